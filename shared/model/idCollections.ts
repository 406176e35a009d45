/**
 * Maps and sets of branded ids in which any string may be looked up. A lookup cannot go wrong: a string that is
 * no key, such as a link's id among nodes, finds nothing. The brand guards what is put in and what is read out.
 * Plain maps and sets at run time; only the types of the lookups are wider.
 */

export interface ReadonlyIdMap<Id extends string, Value> extends ReadonlyMap<Id, Value> {
  get(id: string): Value | undefined;
  has(id: string): boolean;
}

export interface IdMap<Id extends string, Value> extends Map<Id, Value> {
  get(id: string): Value | undefined;
  has(id: string): boolean;
  delete(id: string): boolean;
}

export interface ReadonlyIdSet<Id extends string> extends ReadonlySet<Id> {
  has(id: string): boolean;
}
