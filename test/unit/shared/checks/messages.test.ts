import { describe, expect, it } from 'vitest';
import { CHECK_CODES } from '../../../../shared/checks/codes.ts';
import { en } from '../../../../shared/checks/messages/en.ts';
import { fa } from '../../../../shared/checks/messages/fa.ts';
import { type Message, type MessageKey, sentence } from '../../../../shared/checks/messages/message.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { drawnTemplate } from '../templates/structure.ts';

const nameOf = (id: NodeId) => id.toUpperCase();
const ids = (text: string) => text.split(' ') as NodeId[];
const inEnglish = (message: Message) => sentence(message, { messages: en, nameOf });
const inPersian = (message: Message) => sentence(message, { messages: fa, nameOf });

describe('a sentence', () => {
  it('names nodes and counts', () => {
    const values = { body: ids('b'), group: ids('c'), count: 1, least: 3, most: 5 };
    expect(inEnglish({ key: 'bureau-size', values })).toBe('B in C has 1 member instead of 3 to 5.');
    expect(inPersian({ key: 'bureau-size', values })).toBe('B در C به جای ۳ تا ۵ عضو، ۱ عضو دارد.');
  });

  it('leaves out a place that is not known', () => {
    expect(inEnglish({ key: 'unguided', values: { fraction: ids('f'), organization: [] } })).toBe(
      'Nobody guides F.',
    );
  });

  it('spells out four names, and counts the others beyond three', () => {
    const branch = (text: string) => inEnglish({ key: 'detached-branch', values: { branch: ids(text) } });
    expect(branch('a')).toBe('Nothing connects A to the hub.');
    expect(branch('a b')).toBe('Nothing connects A and B to the hub.');
    expect(branch('a b c d')).toBe('Nothing connects A, B, C, and D to the hub.');
    expect(branch('a b c d e')).toBe('Nothing connects A, B, C, and 2 others to the hub.');
  });

  it('agrees with one and with many', () => {
    const deadEnd = (text: string) =>
      inEnglish({ key: 'dead-end', values: { readers: ids(text), count: ids(text).length } });
    expect(deadEnd('a')).toBe('A has no path to a study group.');
    expect(deadEnd('a b')).toBe('2 readers, A and B, have no path to a study group.');
    const reach = (readers: number, hands: number) =>
      inEnglish({ key: 'reach', values: { paper: ids('p'), readers, hands } });
    expect(reach(1, 1)).toBe('P reaches 1 reader by 1 hand.');
    expect(reach(0, 0)).toBe('P reaches 0 readers by 0 hands.');
  });
});

describe.each([
  ['English', en],
  ['Persian', fa],
])('the %s catalogue', (_, messages) => {
  it('says each sentence with what it is given', () => {
    for (const key of Object.keys(messages.sentences) as MessageKey[]) {
      const values = new Proxy({}, { get: (_target, name) => `<${String(name)}>` });
      const said = (messages.sentences[key] as (given: object) => string)(values);
      expect(said, key).toMatch(/<\w+>|٪|%/);
      expect(said, key).not.toMatch(/undefined|object/);
    }
  });

  it('ends each sentence and rule with a stop, and no repair or title', () => {
    for (const key of Object.keys(messages.sentences) as MessageKey[]) {
      const values = new Proxy({}, { get: () => 'x' });
      const said = (messages.sentences[key] as (given: object) => string)(values);
      expect(said.endsWith('.'), said).toBe(!key.startsWith('repair-'));
    }
    for (const code of CHECK_CODES) {
      const { title, rule } = messages.rules[code];
      expect(rule.endsWith('.'), rule).toBe(true);
      expect(title.endsWith('.'), title).toBe(false);
    }
  });
});

describe('the sources', () => {
  it('are those of the templates', () => {
    for (const id of TEMPLATE_IDS) {
      const { source, year } = drawnTemplate(id);
      expect(en.sources[id]).toEqual({ source, year });
    }
  });

  it('are as old in Persian', () => {
    const latin = (year: string) =>
      year.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).match(/\d+/)?.[0];
    for (const id of TEMPLATE_IDS)
      expect(latin(fa.sources[id].year)).toBe(en.sources[id].year.match(/\d+/)?.[0]);
  });
});
