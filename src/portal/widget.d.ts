// What the scripts see of the module: its glue is made from src/bin/widget.rs and src/ui/browser/host.rs, and
// `tests/portal.rs` holds this equal to them.

/** Runs the module. */
export default function init(options: { module_or_path: Response }): Promise<unknown>;

/** What `zhice verify --format json` says of a draft, with these packs. */
export function verify(draft: string, packs: Shipped[]): Promise<string>;

/** Assesses what is entered on a page of this track that stands in. */
export function live(pack: Shipped, track: string, lang: string): Live;

/** The widget, once it is there. */
export function widget(): Promise<Widget>;

/** The widget, to be put into any number of elements. */
export interface Widget {
  mount(place: HTMLElement, host: Host): Mounted;
  /** Every class of the glue has it. */
  free(): void;
}

/** A track that is asked on a page that stands in for the widget. */
export interface Live {
  found(entered: string): string;
  /** Every class of the glue has it. */
  free(): void;
}

/** A widget on a page. */
export interface Mounted {
  newer_version(): void;
  speak(lang: string): void;
  prefill(text: string): void;
  receipt(text: string): void;
  /** Takes it down. Every class of the glue has it. */
  free(): void;
}

/** What the element around a widget asks for, and what it is told. */
export interface Host {
  lang: string;
  programme: string;
  track: string;
  packs: string;
  persists: boolean;
  handoff: string;
  index(): Promise<Uint8Array>;
  shipped(programme: string): Promise<Shipped[]>;
  loaded(): Noted[];
  sent(): Noted[];
  kept(): Noted[] | undefined;
  tell(event: string, detail: string): void;
  remember(session: string, key: string): void;
  watch(picture: Element, ems: number): void;
  wear(document: Document, style: string): boolean;
  crashed(): void;
}

/** A policy pack that comes with the widget. */
export interface Shipped {
  programme: string;
  digest: string;
  content: Uint8Array;
}

/** A file, a request or a text that is kept. */
export interface Noted {
  name: string;
  bytes: number;
  checked: boolean;
}
