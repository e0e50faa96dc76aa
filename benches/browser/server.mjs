// Serves what is measured, all of it the same way: compressed, and kept by the browser where its name has a hash.

import { createServer } from "node:http";
import sirv from "sirv";

/** Where ours is. */
export const PATH = "/zhice/";
const HASHED = /-[0-9a-zA-Z]{8}\.(bin|css|js|json|wasm)$/;

export class Server {
  #server;
  #sockets = new Set();
  /** What went out by connections that are closed. */
  #earlier = 0;

  /** Ours goes out under its policy. Two of the peers do not run under it, so none has one. */
  constructor({ ours, host, peers, policy }) {
    const ofOurs = sirv(ours, { brotli: true, etag: true });
    const ofPeers = sirv(peers, { brotli: true, etag: true });
    this.#server = createServer((request, response) => {
      const [path] = request.url.split("?");
      response.setHeader("Cache-Control", HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
      response.setHeader("X-Content-Type-Options", "nosniff");
      const isOurs = path === host.path || path.startsWith(PATH);
      if (!isOurs) return ofPeers(request, response);
      response.setHeader("Content-Security-Policy", policy);
      if (path === host.path) return response.setHeader("Content-Type", "text/html; charset=utf-8").end(host.page);
      request.url = request.url.slice(PATH.length - 1);
      ofOurs(request, response);
    });
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        this.#earlier += socket.bytesWritten;
      });
    });
  }

  /** Listens on a port, or on a free one where that is taken, and gives its address. */
  async listen(port) {
    await this.#listenOn(port).catch((error) => {
      if (error.code !== "EADDRINUSE") throw error;
      return this.#listenOn(0);
    });
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** All bytes that ever went out. */
  get bytes() {
    return [...this.#sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, this.#earlier);
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #listenOn(port) {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject).listen(port, "127.0.0.1", () => {
        this.#server.off("error", reject);
        resolve();
      });
    });
  }
}
