import { legible, parseArn } from '@backproof/core';
import type { OutcomeSubject } from '@backproof/core';
import type { Location, PhysicalLocation } from 'sarif';
import type { SourceMap } from './options.js';

/** The base of the paths of the source map: the folder in which the repository is checked out. */
export const SOURCE_ROOT = 'SRCROOT';

/**
 * The location of a resource: the line that defines it if that is known, otherwise a path that does not exist in any
 * repository, such as `aws/111111111111/eu-west-1/rds/arn%3Aaws...`. GitHub shows nothing without a file and a line.
 */
export function locationOf(subject: OutcomeSubject, sourceMap: SourceMap): Location {
  const source = Object.hasOwn(sourceMap, subject.arn) ? sourceMap[subject.arn] : undefined;
  return {
    physicalLocation: source === undefined ? virtualPlace(subject) : placeInFile(source.file, source.line),
    logicalLocations: [{ name: legible(subject.name), fullyQualifiedName: legible(subject.arn), kind: 'resource' }],
  };
}

/** A line of a file of the repository, the first one unless it is known. */
export function placeInFile(file: string, line = 1): PhysicalLocation {
  return { artifactLocation: { uri: encodedPath(file.split('/')), uriBaseId: SOURCE_ROOT }, region: regionOf(line) };
}

function virtualPlace({ arn, accountId, region }: OutcomeSubject): PhysicalLocation {
  const uri = encodedPath(['aws', accountId, region, parseArn(arn)?.service ?? 'unknown', arn]);
  return { artifactLocation: { uri }, region: regionOf(1) };
}

function encodedPath(segments: readonly string[]): string {
  return segments.map((segment) => encodeURIComponent(legible(segment))).join('/');
}

/** The start of a line; GitHub asks for all four numbers. */
function regionOf(line: number): PhysicalLocation['region'] {
  return { startLine: line, startColumn: 1, endLine: line, endColumn: 2 };
}
