import type { ConfigType } from '@backproof/core';
import type { Recorded, RecordedResource, RememberRecorded } from './recorded-resource.js';
import { runningRecorder } from './services/config/recorder.js';
import { recordedResources } from './services/config/rows.js';
import type { ConfigAccess } from './services/config/rows.js';
import { translatedWith } from './translated.js';

/** Asks AWS Config once for each type. A record that cannot be read is as if there were none: its service is asked. */
export const rememberRecorded: RememberRecorded = (asked) => {
  const access = { ...asked, translated: translatedWith(() => undefined) };
  const known = new Map<ConfigType, ReturnType<Recorded>>();
  return (configType) => {
    const records = known.get(configType) ?? readRecorded(access, configType);
    known.set(configType, records);
    return records;
  };
};

async function readRecorded(
  access: ConfigAccess & { readonly signal: AbortSignal },
  configType: ConfigType,
): ReturnType<Recorded> {
  const records = new Map<string, RecordedResource>();
  try {
    const behind = await runningRecorder(access);
    if (behind === undefined || behind(configType) !== undefined) return records;
    for await (const record of recordedResources(access, configType, DETAILS)) records.set(record.arn, record);
  } catch {
    access.signal.throwIfAborted();
  }
  return records;
}

const DETAILS = ['configuration', 'supplementaryConfiguration'];
