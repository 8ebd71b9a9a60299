import {
  ListRecoveryPointsByBackupVaultCommand,
  type ListRecoveryPointsByBackupVaultCommandInput as Input,
  type ListRecoveryPointsByBackupVaultCommandOutput as Output,
} from '@aws-sdk/client-backup';
import { isJsonObject } from '../../answers/json-object.js';
import type { JsonObject } from '../../answers/json-object.js';
import { listedJson } from '../../answers/listed-json.js';
import type { ListedJson } from '../../answers/listed-json.js';
import type { SdkCommand } from '../../sdk.js';

/** A page of recovery points, each as AWS wrote it. */
interface RawPointPage extends Omit<Output, 'RecoveryPoints'> {
  /** Absent: AWS sent no list. */
  readonly points: Iterable<JsonObject> | undefined;
}

/**
 * ListRecoveryPointsByBackupVault, whose points are left as JSON. There are millions of them, and the SDK's deserializer
 * takes several times as long for one as parsing its JSON does. So the points are taken out of a good answer before the
 * SDK reads it; errors, and answers that are no JSON, are left to the SDK with its retries.
 */
export class ListRawPointsCommand implements SdkCommand<Input, RawPointPage> {
  readonly input: Input;
  readonly schema: unknown;
  readonly #command: ListRecoveryPointsByBackupVaultCommand;

  constructor(input: Input) {
    this.#command = new ListRecoveryPointsByBackupVaultCommand(input);
    this.input = input;
    this.schema = this.#command.schema;
  }

  resolveMiddleware(...to: Parameters<SdkCommand<Input, Output>['resolveMiddleware']>) {
    let body: Answer | undefined;
    const takePoints =
      <Args, Result extends { response: unknown }>(next: (args: Args) => Promise<Result>) =>
      async (args: Args): Promise<Result> => {
        const result = await next(args);
        const { response } = result;
        if (!isGoodAnswer(response)) return result;
        const bytes = response.body;
        body = answerIn(bytes);
        if (body !== undefined) response.body = jsonBytes({ NextToken: body.rest.NextToken });
        return result;
      };
    this.#command.middlewareStack.add(takePoints, {
      step: 'deserialize',
      name: 'takePointsMiddleware',
    });
    const command: SdkCommand<Input, Output> = this.#command;
    const handler = command.resolveMiddleware(...to);
    return async (args: { readonly input: Input }): Promise<{ readonly output: RawPointPage }> => {
      const { output } = await handler(args);
      return { output: { ...output, points: body?.items && pointsIn(body.items) } };
    };
  }
}

/** Returns the value as an object; a value that is not one has none of the members that a point must have. */
function toJsonObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** An answer, whose list may be absent. */
type Answer = Omit<ListedJson, 'items'> & Partial<ListedJson>;

function pointsIn(items: Iterable<unknown>): Iterable<JsonObject> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield toJsonObject(item);
    },
  };
}

/** Undefined: it is no answer in JSON. */
function answerIn(bytes: Uint8Array): Answer | undefined {
  return listedJson(bytes, 'RecoveryPoints') ?? parsedWhole(new TextDecoder().decode(bytes));
}

function parsedWhole(text: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value)) return undefined;
    const { RecoveryPoints: points, ...rest } = value;
    return { rest, ...(Array.isArray(points) && { items: points }) };
  } catch {
    return undefined;
  }
}

function jsonBytes(value: JsonObject): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function isGoodAnswer(response: unknown): response is { readonly statusCode: number; body: Uint8Array } {
  if (typeof response !== 'object' || response === null) return false;
  if (!('body' in response && 'statusCode' in response)) return false;
  return Number(response.statusCode) < 300 && response.body instanceof Uint8Array;
}
