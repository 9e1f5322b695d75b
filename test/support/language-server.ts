import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/*
 * The language server that editors run for YAML, asked as an editor asks it: JSON-RPC over its standard streams. It is given
 * no catalogue of schemas from the network, only what the modeline of a file names.
 */

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

const SETTINGS = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
const PROGRAM = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

export class LanguageServer {
  readonly #child: ChildProcess = spawn(process.execPath, [PROGRAM, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #diagnosed = new Map<string, (found: readonly Diagnostic[]) => void>();
  #unread = Buffer.alloc(0);
  #asked = 0;

  constructor() {
    this.#child.stdout?.on('data', (bytes: Buffer) => {
      this.#unread = Buffer.concat([this.#unread, bytes]);
      for (let message = this.#next(); message; message = this.#next()) this.#receive(message);
    });
  }

  async start(folder: string): Promise<void> {
    const capabilities = {
      textDocument: { hover: { contentFormat: ['markdown'] }, completion: {} },
      workspace: { configuration: true },
    };
    await this.#ask('initialize', { processId: process.pid, rootUri: uriOf(folder), capabilities });
    this.#send({ method: 'initialized', params: {} });
  }

  /** Opens a document, and waits for what is underlined in it. */
  open(file: string, text: string): Promise<readonly Diagnostic[]> {
    const found = new Promise<readonly Diagnostic[]>(resolve => this.#diagnosed.set(uriOf(file), resolve));
    const textDocument = { uri: uriOf(file), languageId: 'yaml', version: 1, text };
    this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
    return found;
  }

  async hover(file: string, position: Position): Promise<string> {
    const answer = await this.#ask('textDocument/hover', { textDocument: { uri: uriOf(file) }, position });
    return (answer as { contents: { value: string } } | null)?.contents.value ?? '';
  }

  async completion(file: string, position: Position): Promise<readonly string[]> {
    const answer = await this.#ask('textDocument/completion', { textDocument: { uri: uriOf(file) }, position });
    return (answer as { items: readonly { label: string }[] }).items.map(({ label }) => label);
  }

  stop(): void {
    this.#child.kill();
  }

  #ask(method: string, params: object): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise(resolve => {
      this.#answers.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #next(): Message | undefined {
    const end = this.#unread.indexOf('\r\n\r\n');
    const length = Number(/Content-Length: (\d+)/i.exec(this.#unread.toString('latin1'))?.[1]);
    if (end < 0 || this.#unread.length < end + 4 + length) return undefined;
    const text = this.#unread.subarray(end + 4, end + 4 + length).toString();
    this.#unread = this.#unread.subarray(end + 4 + length);
    return JSON.parse(text) as Message;
  }

  #receive({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      this.#diagnosed.get(uri)?.(diagnostics);
    } else if (id !== undefined && method !== undefined) this.#send({ id, result: answerTo(method, params) });
    else if (id !== undefined) this.#answers.get(id)?.(result);
  }
}

/** What the server asks of an editor: its settings. */
function answerTo(method: string, params: unknown): unknown {
  if (method !== 'workspace/configuration') return null;
  const { items } = params as { items: readonly { section?: string }[] };
  return items.map(({ section }) => (section === 'yaml' ? SETTINGS : null));
}

const uriOf = (file: string): string => `file://${file}`;
