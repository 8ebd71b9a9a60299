const FIELD_NAMES = ['minutes', 'hours', 'day-of-month', 'month', 'day-of-week', 'year'] as const;

type FieldName = (typeof FIELD_NAMES)[number];

/** The times of day and the days at which an AWS cron expression fires. */
export interface CronFields {
  /** Ascending. */
  readonly minutes: readonly number[];
  /** Ascending. */
  readonly hours: readonly number[];
  /** Each a `*`, a list of numbers, or a special day: `L`, `LW`, `15W` of the month, `6L`, `3#2` of the week. */
  readonly days: Readonly<Record<'dayOfMonth' | 'month' | 'dayOfWeek' | 'year', string>>;
}

interface FieldSyntax {
  readonly min: number;
  readonly max: number;
  /** A step may follow a value or a range: `1/10`. AWS lists `/` for every field but the day of the week. */
  readonly steps: boolean;
  /** A range may run over the end and begin anew: `FRI-MON`. */
  readonly cyclic: boolean;
  /** Words for the values from `min` on. */
  readonly names: readonly string[];
  /** The words that may replace a list. */
  readonly special?: RegExp;
  /** For people. */
  readonly accepts: string;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** @source EventBridge User Guide, cron expressions reference: the table of fields, values and wildcards */
const SYNTAX: Readonly<Record<FieldName, FieldSyntax>> = {
  minutes: { min: 0, max: 59, steps: true, cyclic: true, names: [], accepts: '0-59 , - * /' },
  hours: { min: 0, max: 23, steps: true, cyclic: true, names: [], accepts: '0-23 , - * /' },
  'day-of-month': {
    min: 1,
    max: 31,
    steps: true,
    cyclic: true,
    names: [],
    special: /^(L|LW|([1-9]|[12]\d|3[01])W)$/,
    accepts: '1-31 , - * ? / L W',
  },
  month: { min: 1, max: 12, steps: true, cyclic: true, names: MONTHS, accepts: '1-12 or JAN-DEC , - * /' },
  'day-of-week': {
    min: 1,
    max: 7,
    steps: false,
    cyclic: true,
    names: WEEKDAYS,
    special: /^[1-7](L|#[1-5])$/,
    accepts: '1-7 or SUN-SAT , - * ? L #',
  },
  year: { min: 1970, max: 2199, steps: true, cyclic: false, names: [], accepts: '1970-2199 , - * /' },
};

/** Reads the six fields of an AWS cron expression, or says what is wrong with them, in words that follow its name. */
export function parseCronFields(body: string): CronFields | string {
  const texts = body.trim().toUpperCase().split(/\s+/);
  if (texts.length !== FIELD_NAMES.length) {
    return `has ${texts.length} fields, but AWS accepts six: ${FIELD_NAMES.join(', ')}`;
  }
  if ((texts[2] === '?') === (texts[4] === '?')) {
    return 'must have a ? in exactly one of day-of-month and day-of-week, and a value or * in the other';
  }
  const fields = FIELD_NAMES.map((name, index) => readField(texts[index] ?? '', name));
  const wrong = FIELD_NAMES.find((_, index) => fields[index] === '');
  if (wrong) {
    return `has "${texts[FIELD_NAMES.indexOf(wrong)] ?? ''}" for ${wrong}, but AWS accepts ${SYNTAX[wrong].accepts}`;
  }
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  return {
    minutes: valuesOf(minutes, SYNTAX.minutes),
    hours: valuesOf(hours, SYNTAX.hours),
    days: { dayOfMonth, month, dayOfWeek, year },
  };
}

/** The field with its names, ranges and steps written out; empty if AWS does not accept it. */
function readField(text: string, name: FieldName): string {
  const syntax = SYNTAX[name];
  if (text === '*' || (text === '?' && name.startsWith('day-'))) return '*';
  // The last day of the week is Saturday.
  if (text === 'L' && name === 'day-of-week') return '7';
  const numbered = text.replace(/^[A-Z]{3}(?=L$|#)/, (word) => String(valueOf(word, syntax)));
  return syntax.special?.test(numbered) ? numbered : valuesOf(text, syntax).join(',');
}

/** The values that a list of numbers, names, ranges and steps stands for, ascending; none if it is not one. */
function valuesOf(list: string, syntax: FieldSyntax): number[] {
  const items = list.split(',').map((item) => rangeOf(item, syntax));
  if (items.some((values) => values.length === 0)) return [];
  return [...new Set(items.flat())].sort((a, b) => a - b);
}

const ITEM = /^(?:\*|(?<first>\w+)(?:-(?<last>\w+))?)(?:\/(?<step>\d+))?$/;

/** `5`, `MON-FRI`, `*`, `5/10`: from 5 to the end in tens, `5-25/10`; none if it is neither. */
function rangeOf(item: string, syntax: FieldSyntax): number[] {
  const parts = ITEM.exec(item)?.groups;
  if (!parts) return [];
  const { min, max, steps, cyclic } = syntax;
  if (parts.step !== undefined && !steps) return [];
  const step = Number(parts.step ?? 1);
  const from = parts.first === undefined ? min : valueOf(parts.first, syntax);
  const open = parts.first === undefined || parts.step !== undefined;
  const to = parts.last === undefined ? (open ? max : from) : valueOf(parts.last, syntax);
  if (Number.isNaN(from + to) || step < 1 || step > max || (to < from && !cyclic)) return [];
  const cycle = max - min + 1;
  const length = to < from ? to - from + cycle : to - from;
  return Array.from(
    { length: Math.floor(length / step) + 1 },
    (_, index) => min + ((from - min + index * step) % cycle),
  );
}

/** The value of a number or a name; NaN if it is neither or out of bounds. */
function valueOf(word: string, { min, max, names }: FieldSyntax): number {
  const value = names.includes(word) ? names.indexOf(word) + min : /^\d{1,4}$/.test(word) ? Number(word) : NaN;
  return value >= min && value <= max ? value : NaN;
}
