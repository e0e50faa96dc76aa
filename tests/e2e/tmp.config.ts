import base from "./playwright.config";
export default { ...base, workers: 1, use: { ...base.use, baseURL: "http://127.0.0.1:41990/" }, webServer: { command: "node /tmp/portal-serve.mjs 41990 /work/main/dist/web", url: "http://127.0.0.1:41990/", reuseExistingServer: true } };
