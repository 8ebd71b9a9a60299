import { describe, expect, it } from '@jest/globals';
import { auditCsv } from './audit-csv.js';
import { auditHtml } from './html/audit-html.js';
import { auditJson } from './audit-json.js';
import { auditOfWeeks, HOSTILE } from './audit.fixture.js';
import type { Week } from './audit.fixture.js';
import { exceptionsByOwner } from './owners.js';
import { auditTableNamed } from './tables/index.js';

const OWNERSHIP = { ownerTag: 'Owner', systemTag: 'System' };
const week = (sight: Week['sight'], tags: Week['tags'] = {}): Week => ({ sight, tags, ownership: OWNERSHIP });

describe('the owner and the system of an exception', () => {
  it('are from the tags of the last run with the failure', async () => {
    const { exceptions, population } = await auditOfWeeks([
      week('fail', { Owner: 'shop', System: 'checkout' }),
      week('fail', { Owner: '<b>cart</b>', System: 'checkout' }),
      week('pass', { Owner: 'later' }),
    ]);
    expect(exceptions).toMatchObject([{ owner: '<b>cart</b>', system: 'checkout' }]);
    const table = population.resources.find(({ name }) => name === HOSTILE);
    expect(table).toMatchObject({ owner: 'later', system: '' });
  });

  it('are empty where the tags were read and have none, and absent where no tag was named', async () => {
    const untagged = await auditOfWeeks([week('fail')]);
    expect(untagged.exceptions).toMatchObject([{ owner: '', system: '' }]);
    expect(untagged.ownership).toEqual(OWNERSHIP);
    const unasked = await auditOfWeeks([{ sight: 'fail', tags: { Owner: 'shop' } }]);
    expect(unasked.exceptions[0]).not.toHaveProperty('owner');
    expect(unasked).not.toHaveProperty('ownership');
    expect([...auditHtml(unasked)].join('')).not.toContain('By owner and system');
  });

  it('are recorded, and no other tag is', async () => {
    const audit = await auditOfWeeks([week('fail', { Owner: 'shop', pin: 'SECRET' })]);
    for (const text of [[...auditJson(audit)].join(''), [...auditHtml(audit)].join('')]) {
      expect(text).toContain('shop');
      expect(text).not.toContain('SECRET');
    }
  });

  it('are those of an excluded resource, too', async () => {
    const { population } = await auditOfWeeks([week('excluded', { Owner: 'shop' })]);
    expect(population.resources.find(({ name }) => name === HOSTILE)).toMatchObject({ owner: 'shop', system: '' });
  });

  it('are on the page and in the files, as text', async () => {
    const audit = await auditOfWeeks([week('fail', { Owner: '=<b>cart</b>' }), week('pass'), week('fail')]);
    const page = [...auditHtml(audit)].join('');
    expect(page).toContain('owner =&lt;b>cart&lt;/b>');
    expect(page).not.toContain('<b>cart');
    expect(page).toContain('system none: no such tag');
    expect([...auditCsv(audit, auditTableNamed('exceptions'))].join('')).toContain(",'=<b>cart</b>,");
    expect(exceptionsByOwner(audit.exceptions)).toEqual([
      { owner: '', system: '', exceptions: 1, open: 1 },
      { owner: '=<b>cart</b>', system: '', exceptions: 1, open: 0 },
    ]);
  });

  it('are part of the history of settings', async () => {
    const { history } = await auditOfWeeks([{ sight: 'pass' }, week('pass')]);
    expect(history).toMatchObject([
      { setting: 'audit: owner tag', to: 'Owner' },
      { setting: 'audit: system tag', to: 'System' },
    ]);
  });
});
