import type { EphemeralReason, GatePolicy, ResourceType } from '@backproof/core';

type OneOrMore<T> = T | readonly T[];

/** The resources to which an override or an exclusion applies, as written in a file. */
export interface MatchInFile {
  readonly types?: OneOrMore<ResourceType>;
  readonly accounts?: OneOrMore<string>;
  readonly regions?: OneOrMore<string>;
  readonly arns?: OneOrMore<string>;
  readonly tags?: Readonly<Record<string, OneOrMore<string>>>;
}

/** A configuration file that fits `configSchema`. Its rules and reporters are not validated yet. */
export interface ConfigFile {
  readonly extends?: readonly string[];
  readonly packs?: readonly string[];
  readonly scope?: {
    readonly regions?: 'all' | readonly string[];
    readonly roles?: readonly string[];
    readonly externalId?: string;
    readonly types?: readonly ResourceType[];
    readonly include?: readonly EphemeralReason[];
    readonly exclude?: readonly { readonly match: MatchInFile; readonly reason: string }[];
  };
  readonly leftovers?: 'on' | 'off';
  readonly rules?: object;
  readonly overrides?: readonly { readonly match: MatchInFile; readonly rules: object }[];
  readonly waivers?: readonly string[];
  readonly baseline?: string;
  readonly gate?: Partial<GatePolicy>;
  readonly audit?: { readonly ownerTag?: string; readonly systemTag?: string };
  readonly reports?: Readonly<Record<string, object>>;
}
