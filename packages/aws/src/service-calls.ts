import type { SdkCommand, SdkCommandClass } from './sdk.js';

/** The calls that may be made of one service in one scope: those that its declaration names. */
export interface ServiceCalls {
  /** Sends a command: `call(new DescribeTableCommand({ TableName }))`. */
  readonly call: <Input extends object, Output extends object>(command: SdkCommand<Input, Output>) => Promise<Output>;
  /**
   * Reads a listing page by page, by the paging that the service's declaration has for the operation:
   * `pages(ListTablesCommand, {})`.
   */
  readonly pages: <Input extends object, Output extends object>(
    command: SdkCommandClass<Input, Output>,
    input: Input,
  ) => AsyncIterable<Output>;
}
