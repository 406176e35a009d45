/**
 * Factory and street cells, districts and areas up to the town, after the organisation rules of 1924.
 * Left to be found: the flour mill has two members only, the bureau of the gasworks has two, Simon is in two cells,
 * and nobody elected the bureau of the local group.
 */
import { namedPolicy } from '../policies/policies.ts';
import { TemplateBuilder } from './layout/drawing.ts';
import { hexagonSize, workCell } from './layout/workCell.ts';
import type { Template } from './template.ts';
import { AREAS, DISTRICTS, type DistrictData, LOCAL_GROUP } from './territorialPeople.ts';
import { VOCABULARIES } from './vocabularies.ts';

/** From the centre of a district to those of its cells. */
const CELL_OFFSETS = [
  [-306, -198],
  [306, -198],
  [-306, 198],
  [306, 198],
] as const;
const DISTRICT_SIZE = { width: 1036, height: 806 };
const AREA_SIZE = { width: 1060, height: 1796 };
const TOWN_SIZE = { width: 2624, height: 1860 };
/** A region's centre lies above that of what it holds, because its name stands at the top. */
const HEADER = 20;

export function territorial(): Template {
  const drawing = new TemplateBuilder();
  drawRegions(drawing);
  for (const district of DISTRICTS) drawDistrict(drawing, district);
  drawCommittees(drawing);
  drawLocalGroup(drawing);
  drawExceptions(drawing);
  drawNotes(drawing);
  return {
    id: 'territorial',
    title: 'Cells, districts, town',
    summary: 'Factory and street cells with their bureaus, districts and areas up to the town.',
    year: '1924',
    source: 'Published organisation rules of an international of parties',
    policy: namedPolicy('territorial'),
    nodes: drawing.nodes,
    links: drawing.links,
    vocabulary: VOCABULARIES.territorial,
  };
}

function drawRegions(drawing: TemplateBuilder): void {
  drawing.node('area', 'town', { label: 'Town', caption: 'town', at: [0, -2 * HEADER], size: TOWN_SIZE });
  for (const { key, label, x } of AREAS) {
    drawing.node('area', key, { label, caption: 'area', at: [x, -HEADER], size: AREA_SIZE });
    drawing.link('membership', [key, 'town']);
  }
}

function drawDistrict(
  drawing: TemplateBuilder,
  { key, label, area, at, color, cells, bureau, seats }: DistrictData,
): void {
  const [x, y] = at;
  drawing.node('area', key, { label, caption: 'district', at: [x, y - HEADER], size: DISTRICT_SIZE });
  drawing.link('membership', [key, area]);
  cells.forEach(({ key: cell, label: name, street = false, bureau: elected, others }, index) => {
    const [dx, dy] = CELL_OFFSETS[index] ?? [0, 0];
    const spec = {
      label: name,
      caption: street ? 'street cell' : 'factory cell',
      at: [x + dx, y + dy] as const,
      color: street ? 5 : color,
    };
    if (elected === '') {
      drawing.node('cell', cell, { ...spec, size: hexagonSize(132) });
      const places = [-76, 76].map((side) => ({ x: side, y: 0 }));
      drawing.people(others, { ...spec, places, groups: [cell] });
    } else workCell(drawing, cell, { ...spec, bureau: elected, others });
    drawing.link('membership', [cell, key]);
  });
  const body = `${key}-bureau`;
  drawing.bodyOf(body, {
    label: 'Bureau',
    caption: 'district bureau',
    at,
    people: bureau,
    columns: 3,
    color,
  });
  drawing.link('membership', [body, key]);
  for (const { key: cell } of cells) {
    drawing.link('guidance', [body, cell]);
    drawing.link('delegation', [cell, body], { caption: 'elects' });
  }
  for (const [cell, people] of seats) drawing.seat(people, cell);
}

function drawCommittees(drawing: TemplateBuilder): void {
  drawing.bodyOf('town-committee', {
    label: 'Town',
    caption: 'town committee',
    at: [0, 0],
    people: 'Ben Igor Orhan Kofi Karim',
    columns: 3,
  });
  drawing.body('conference', {
    label: 'Conference',
    caption: 'conference',
    at: [0, -285],
    size: { width: 164, height: 56 },
  });
  for (const body of ['town-committee', 'conference']) drawing.link('membership', [body, 'town']);
  drawing.link('delegation', ['conference', 'town-committee'], { caption: 'elects' });
  for (const { key, x, committee } of AREAS) {
    const body = `${key}-committee`;
    // Aside, so that the line to the district below does not run through its name.
    const at = [x - Math.sign(x) * 135, 0] as const;
    drawing.bodyOf(body, { label: 'Committee', caption: 'area committee', at, people: committee });
    drawing.link('membership', [body, key]);
    drawing.link('guidance', ['town-committee', body]);
    for (const district of DISTRICTS.filter(({ area }) => area === key)) {
      drawing.link('guidance', [body, `${district.key}-bureau`]);
      drawing.link('delegation', [`${district.key}-bureau`, body], { caption: 'elects' });
    }
  }
  for (const { key, delegates } of DISTRICTS) {
    drawing.link('delegation', [key, 'conference'], {
      label: `${delegates} delegates`,
      caption: 'delegates',
    });
  }
  for (const { seats } of AREAS) for (const [cell, people] of seats) drawing.seat(people, cell);
  drawing.seat('Ben', 'cable-works');
  drawing.seat('Igor', 'locomotives');
  drawing.seat('Orhan', 'gasworks');
  drawing.seat('Kofi', 'dye-works');
  drawing.seat('Karim', 'printing-works');
}

function drawLocalGroup(drawing: TemplateBuilder): void {
  const [x, y] = LOCAL_GROUP.at;
  drawing.node('area', 'village', {
    label: 'Village',
    caption: 'local group',
    at: [x, y - HEADER],
    size: { width: 436, height: 870 },
  });
  LOCAL_GROUP.cells.forEach(({ key, label, street = false, bureau, others }, index) => {
    workCell(drawing, key, {
      label,
      caption: street ? 'street cell' : 'factory cell',
      at: [x, y + (index === 0 ? -230 : 230)],
      color: street ? 5 : 6,
      bureau,
      others,
    });
    drawing.link('membership', [key, 'village']);
  });
  const { bureau, regional } = LOCAL_GROUP;
  const appointed = {
    label: 'Bureau',
    caption: 'appointed bureau',
    at: [x, y] as const,
    people: bureau,
  };
  drawing.bodyOf('village-bureau', { ...appointed, color: 6 });
  drawing.link('membership', ['village-bureau', 'village']);
  for (const { key } of LOCAL_GROUP.cells) drawing.link('guidance', ['village-bureau', key]);
  for (const [cell, people] of LOCAL_GROUP.seats) drawing.seat(people, cell);
  drawing.bodyOf('region', {
    label: 'Region',
    caption: 'regional committee',
    at: [x, y - 640],
    people: regional,
  });
  drawing.link('guidance', ['region', 'village'], { label: 'appoints', caption: 'instructs' });
}

/** People to whom one of the rules for exceptions applies. */
function drawExceptions(drawing: TemplateBuilder): void {
  drawing.link('membership', ['simon', 'harbour-streets'], { caption: 'helps' });
  drawing.remark('Simon', { notes: 'Lives in Harbour streets and helps there; votes at the cable works.' });
  for (const name of ['Enzo', 'Selma']) {
    drawing.remark(name, { caption: 'attached', notes: 'The two who work at the rope yard belong here.' });
  }
  for (const name of ['Astrid', 'Omar', 'Viktor']) {
    drawing.remark(name, { caption: 'unemployed', notes: 'Stays in the cell of the last workplace.' });
  }
}

function drawNotes(drawing: TemplateBuilder): void {
  const [x, y] = LOCAL_GROUP.at;
  const note = (key: string, label: string, at: readonly [number, number]) =>
    drawing.note(key, { label, at });
  note('note-factory', 'Whoever works in a factory belongs to its cell, wherever they live.', [
    x - 98,
    y - 1100,
  ]);
  note('note-street', 'Street cells are for those who work in no factory.', [x + 98, y - 1100]);
  note('note-vote', 'Who helps a second cell votes in the first one only.', [x - 98, y - 988]);
  note(
    'note-local',
    'In a small place the cells form a local group. Here a higher body named its bureau for now.',
    [x + 98, y - 988],
  );
}
