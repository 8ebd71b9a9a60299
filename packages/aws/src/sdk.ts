/** A middleware around a whole call, with its input and output. */
type CallMiddleware = <Args extends { input: object }, Result extends { output: object }>(
  next: (args: Args) => Promise<Result>,
  context: { readonly commandName?: string },
) => (args: Args) => Promise<Result>;

/** A middleware around one request of a call, be it the first or a retry. */
type RequestMiddleware = <Args, Result>(
  next: (args: Args) => Promise<Result>,
  context: { readonly commandName?: string },
) => (args: Args) => Promise<Result>;

/** A middleware around an answer, before the SDK reads it. */
type AnswerMiddleware = <Args, Result extends { response: unknown }>(
  next: (args: Args) => Promise<Result>,
  context: { readonly commandName?: string },
) => (args: Args) => Promise<Result>;

/** As much of a client of the SDK as is used of all clients alike. */
export interface SdkClient {
  readonly config: object;
  readonly middlewareStack: {
    add(middleware: CallMiddleware, options: { step: 'initialize'; name: string }): void;
    add(middleware: RequestMiddleware, options: { step: 'finalizeRequest'; priority: 'low'; name: string }): void;
    add(middleware: AnswerMiddleware, options: { step: 'deserialize'; priority: 'low'; name: string }): void;
    remove(name: string): boolean;
  };
  destroy(): void;
}

/** As much of a command of the SDK as it takes to send it. */
export interface SdkCommand<Input extends object, Output extends object> {
  readonly input: Input;
  /** The operation as the SDK describes it: its name is the third of the list. */
  readonly schema?: unknown;
  resolveMiddleware(
    stack: object,
    configuration: object,
    options: { readonly abortSignal: AbortSignal },
  ): (args: { readonly input: Input; readonly abortSignal?: AbortSignal }) => Promise<{ readonly output: Output }>;
}

/** A command of the SDK by its class, such as `ListTablesCommand`. */
export type SdkCommandClass<Input extends object, Output extends object> = new (
  input: Input,
) => SdkCommand<Input, Output>;

/** Sends a command as the client's own `send` does. The types of `send` are other ones for each client. */
export async function send<Input extends object, Output extends object>(
  client: SdkClient,
  command: SdkCommand<Input, Output>,
  abortSignal: AbortSignal,
): Promise<Output> {
  const handler = command.resolveMiddleware(client.middlewareStack, client.config, { abortSignal });
  // What stands beside the input reaches every middleware: the one that waits for a turn ends with the call.
  const { output } = await handler({ input: command.input, abortSignal });
  return output;
}

/** The name of the operation that a command asks for: `ListTables`. */
export function operationOf({ schema }: { readonly schema?: unknown }): string {
  const name: unknown = Array.isArray(schema) ? schema[2] : undefined;
  return typeof name === 'string' ? name : 'unknown';
}
