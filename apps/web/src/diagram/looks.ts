import type { TFunction } from 'i18next';
import { daysBetween } from '../words/days.js';
import { dayInWords, shortDay } from '../words/dates.js';
import {
  holdersOf,
  type JourneyDiagram,
  type LineLook,
  type NodeLook,
  type PictureLine,
  type Tone,
} from './picture.js';

const topOf = (id: string) => id.split('.')[0] ?? id;

/** What the boxes and arrows of one journey's picture look like. */
export class JourneyLooks {
  private readonly visited: Map<string, JourneyDiagram['visited'][number]>;
  private readonly here: ReadonlySet<string>;
  private readonly ahead: ReadonlySet<string>;
  private readonly next: ReadonlySet<string>;

  constructor(
    private readonly diagram: JourneyDiagram,
    /** The day that the picture shows, `YYYY-MM-DD`. */
    private readonly day: string,
    private readonly t: TFunction,
  ) {
    this.visited = new Map(diagram.visited.map((visit) => [visit.id, visit]));
    this.here = new Set(diagram.active.flatMap(holdersOf));
    this.ahead = new Set(diagram.ahead);
    this.next = new Set(
      diagram.edges.filter(({ standing }) => standing === 'next').flatMap(({ to }) => this.entered(to)),
    );
  }

  tone(id: string): Tone {
    if (this.here.has(id)) return 'here';
    if (this.next.has(id) && this.mayMatter(id)) return 'next';
    if (this.visited.has(id)) return 'walked';
    return this.ahead.has(topOf(id)) || this.isDue(id) ? 'ahead' : 'other';
  }

  node(id: string): NodeLook {
    const tone = this.tone(id);
    const node = this.diagram.nodes.find((one) => one.id === id);
    const note = this.note(id);
    const spoken = [node?.label, this.t(`diagram.${tone}`), this.period(id) ?? this.comes(id)];
    return { tone, note, spoken: spoken.filter(Boolean).join(', ') };
  }

  line(line: PictureLine): LineLook {
    const edges = this.diagram.edges.filter(({ id }) => line.edges.includes(id));
    const walked = edges.find(({ standing }) => standing === 'walked');
    const open = edges.find((edge) => edge.standing === 'next' && this.mayMatter(edge.to));
    const shown = walked ?? open ?? edges.find(({ date }) => date !== null);
    const isAhead = edges.some(({ from, to }) => this.liesAhead(from, to, line.isQuiet));
    const tone = walked ? 'walked' : open ? 'next' : isAhead ? 'ahead' : 'other';
    const lines = (walked ?? open)?.lines ?? null;
    return { tone, lines, date: shown?.date == null ? null : this.dateOf(shown.date, shown.dateIs) };
  }

  /** When it was entered and left, in words. */
  period(id: string): string | null {
    const visit = this.visited.get(id);
    if (!visit) return null;
    const entered = dayInWords(visit.enteredAt);
    return visit.leftAt === null
      ? this.t('diagram.since', { date: entered })
      : visit.leftAt.slice(0, 10) === visit.enteredAt.slice(0, 10)
        ? entered
        : `${entered} – ${dayInWords(visit.leftAt)}`;
  }

  /** How long it stood there, in words; what was entered anew counts from the first time. */
  stay(id: string): string | null {
    const visit = this.visited.get(id);
    if (!visit) return null;
    const days = daysBetween(visit.enteredAt, visit.leftAt ?? this.day);
    const words =
      days === 0 ? this.t('diagram.lessThanADay') : this.t('diagram.days', { count: Math.max(days, 0) });
    return visit.leftAt === null ? this.t('diagram.soFar', { days: words }) : words;
  }

  /** When it will be entered, as far as a deadline or a rule tells. */
  comes(id: string): string | null {
    const edge = this.edgeTo(id);
    return edge?.date == null ? null : this.dateOf(edge.date, edge.dateIs);
  }

  times(id: string): number {
    return this.visited.get(id)?.times ?? 0;
  }

  private note(id: string): string | null {
    const visit = this.visited.get(id);
    if (visit?.leftAt === null) return this.t('diagram.since', { date: shortDay(visit.enteredAt) });
    if (visit) return shortDay(visit.enteredAt);
    return this.comes(id);
  }

  private edgeTo(id: string) {
    const to = this.diagram.edges.filter((edge) => edge.to === id && edge.standing !== 'walked');
    return to.find(({ dateIs }) => dateIs === 'due') ?? to.find(({ dateIs }) => dateIs === 'expected');
  }

  dateOf(date: string, kind: JourneyDiagram['edges'][number]['dateIs']): string {
    return kind === 'expected' ? `± ${shortDay(date)}` : shortDay(date);
  }

  /** A stage of what goes on now that a rule already gives a date. */
  private isDue(id: string): boolean {
    return (
      this.here.has(topOf(id)) &&
      this.diagram.edges.some(({ from, dateIs }) => from === id && dateIs === 'expected')
    );
  }

  /** Between two stops that lie ahead, or within one of them. */
  private liesAhead(from: string, to: string, isQuiet: boolean): boolean {
    const [start, end] = [topOf(from), topOf(to)];
    if (start === end) return !isQuiet && this.ahead.has(start) && !this.visited.has(start);
    const stops = [topOf(this.diagram.active[0] ?? ''), ...this.diagram.ahead];
    return stops.some((stop, index) => stop === start && stops[index + 1] === end);
  }

  /** A way that leads to a group leads to where the group begins. */
  private entered(id: string): string[] {
    const first = this.diagram.nodes.filter(({ parent, isInitial }) => parent === id && isInitial);
    return [id, ...first.flatMap((node) => this.entered(node.id))];
  }

  /** Rare ways are open too, and would only alarm: they are told in the details. */
  private mayMatter(id: string): boolean {
    const ways = this.diagram.edges.filter(
      (edge) => edge.standing === 'next' && this.entered(edge.to).includes(id),
    );
    return ways.some(({ id: way }) =>
      this.diagram.lines.some(({ edges, isQuiet }) => !isQuiet && edges.includes(way)),
    );
  }
}
