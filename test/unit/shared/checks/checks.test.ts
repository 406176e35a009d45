import { describe, expect, it } from 'vitest';
import { DEFAULT_THRESHOLDS } from '../../../../shared/checks/check.ts';
import { CHECKS } from '../../../../shared/checks/checks.ts';
import { CHECK_CODES, checksOf, isCheckCode, modelOfCheck } from '../../../../shared/checks/codes.ts';
import { type Finding, findingKey } from '../../../../shared/checks/finding.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';

describe('the checks', () => {
  it('are each found under one code of one model', () => {
    for (const model of TEMPLATE_IDS) {
      for (const code of checksOf(model)) expect(modelOfCheck(code)).toBe(model);
    }
    expect(Object.keys(CHECKS).sort()).toEqual([...CHECK_CODES].sort());
    expect(new Set(CHECK_CODES).size).toBe(CHECK_CODES.length);
    expect(new Set(Object.values(CHECKS)).size).toBe(CHECK_CODES.length);
  });

  it('are known by their codes and by nothing else', () => {
    expect(CHECK_CODES.every(isCheckCode)).toBe(true);
    for (const other of ['', 'toString', 'Bridge', null, 3]) expect(isCheckCode(other)).toBe(false);
    expect(() => modelOfCheck('none' as never)).toThrow(RangeError);
  });

  it('leave to whoever applies them what the models leave open', () => {
    expect(DEFAULT_THRESHOLDS).toEqual({
      overknowingShare: 1 / 3,
      bureauLeast: 3,
      bureauMost: 5,
      smallFactory: 2,
      isolatedShare: 2 / 3,
      mostRoles: 3,
      mostReaders: 8,
    });
  });
});

describe('the key of a finding', () => {
  const finding = (elements: string, key = 'bridge') =>
    ({
      code: 'bridge',
      severity: 'warning',
      elements: elements.split(' '),
      message: { key },
    }) as unknown as Finding;

  it('is the same for the same things, whatever else is said of them', () => {
    expect(findingKey({ ...finding('a b'), severity: 'note' })).toBe(findingKey(finding('a b')));
  });

  it('tells apart what is about other things, or says something else', () => {
    const keys = [finding('a b'), finding('b a'), finding('ab'), finding('a'), finding('a b', 'level')].map(
      findingKey,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
