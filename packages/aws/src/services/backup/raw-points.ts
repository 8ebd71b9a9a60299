import {
  ListRecoveryPointsByBackupVaultCommand,
  type ListRecoveryPointsByBackupVaultCommandInput as Input,
  type ListRecoveryPointsByBackupVaultCommandOutput as Output,
} from '@aws-sdk/client-backup';
import type { SdkCommand } from '../../sdk.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A page of recovery points, each as AWS wrote it. */
interface RawPointPage extends Omit<Output, 'RecoveryPoints'> {
  /** Absent: AWS sent no list. */
  readonly points: readonly JsonObject[] | undefined;
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
    let body: JsonObject = {};
    const takePoints =
      <Args, Result extends { response: unknown }>(next: (args: Args) => Promise<Result>) =>
      async (args: Args): Promise<Result> => {
        const result = await next(args);
        const { response } = result;
        if (!isGoodAnswer(response)) return result;
        const bytes = response.body;
        const parsed = jsonObject(bytes);
        response.body = parsed === undefined ? bytes : jsonBytes({ NextToken: parsed.NextToken });
        body = parsed ?? {};
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
      const points = Array.isArray(body.RecoveryPoints) ? body.RecoveryPoints.map(toJsonObject) : undefined;
      return { output: { ...output, points } };
    };
  }
}

/** Returns whether a value is a JSON object. */
function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value as an object; a value that is not one has none of the members that a point must have. */
function toJsonObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function jsonObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isJsonObject(value) ? value : undefined;
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
