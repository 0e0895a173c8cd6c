import { ActionIcon, Menu, Text } from '@mantine/core';
import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { IconArrowsRightLeft, IconGripVertical } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './board.css';
import type { DraftGroup } from './draft.js';
import type { Member } from './groups.js';

interface Props {
  groups: readonly DraftGroup[];
  memberOf: (id: string) => Pick<Member, 'name' | 'agency'>;
  onMove: (member: string, to: string) => void;
  /** What stands above the people of a group. */
  head: (group: DraftGroup) => ReactNode;
}

/** People in their groups, moved by dragging with the mouse, a finger or the keyboard, or out of a plain menu. */
export function Board({ groups, memberOf, onMove, head }: Props) {
  const { t } = useTranslation();
  const [lifted, lift] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextGroup }),
  );
  const nameOf = (id: string | number) => memberOf(String(id)).name ?? '';
  const said = (words: 'lifted' | 'cancelled', id: string | number) =>
    t(words === 'lifted' ? 'groups.lifted' : 'groups.cancelled', { name: nameOf(id) });
  const announcements = {
    onDragStart: ({ active }: { active: { id: string | number } }) => said('lifted', active.id),
    onDragOver: ({ active, over }: Between) =>
      over ? t('groups.over', { name: nameOf(active.id), group: String(over.id) }) : undefined,
    onDragEnd: ({ active, over }: Between) =>
      over
        ? t('groups.dropped', { name: nameOf(active.id), group: String(over.id) })
        : said('cancelled', active.id),
    onDragCancel: ({ active }: { active: { id: string | number } }) => said('cancelled', active.id),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('groups.dragHow') } }}
      onDragStart={({ active }) => lift(String(active.id))}
      onDragCancel={() => lift(null)}
      onDragEnd={({ active, over }) => {
        lift(null);
        if (over) onMove(String(active.id), String(over.id));
      }}
    >
      <div className="board">
        {groups.map((group) => (
          <Group key={group.name} group={group} head={head(group)}>
            {group.members.map((id) => (
              <Person
                key={id}
                id={id}
                of={memberOf(id)}
                others={groups.filter(({ name }) => name !== group.name)}
                onMove={onMove}
              />
            ))}
          </Group>
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {lifted !== null && (
          <div className="board-member">
            <IconGripVertical size={18} aria-hidden />
            <Text size="sm">{nameOf(lifted)}</Text>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

interface Between {
  active: { id: string | number };
  over: { id: string | number } | null;
}

function Group({ group, head, children }: { group: DraftGroup; head: ReactNode; children: ReactNode }) {
  const { setNodeRef, isOver } = useDroppable({ id: group.name });
  return (
    <section
      ref={setNodeRef}
      className="board-group"
      aria-label={group.name}
      data-over={isOver ? '' : undefined}
    >
      {head}
      <ul className="board-members">{children}</ul>
    </section>
  );
}

interface PersonProps {
  id: string;
  of: Pick<Member, 'name' | 'agency'>;
  others: readonly DraftGroup[];
  onMove: Props['onMove'];
}

function Person({ id, of: { name, agency }, others, onMove }: PersonProps) {
  const { t } = useTranslation();
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({ id });
  return (
    <li ref={setNodeRef} className="board-member" data-lifted={isDragging ? '' : undefined}>
      <ActionIcon
        {...attributes}
        {...listeners}
        className="board-grip"
        variant="subtle"
        color="gray.7"
        size={28}
        aria-label={t('groups.drag', { name })}
        aria-roledescription={undefined}
      >
        <IconGripVertical size={18} aria-hidden />
      </ActionIcon>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" lh={1.3}>
          {name}
        </Text>
        <Text size="xs" c="gray.7" truncate>
          {agency}
        </Text>
      </div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray.7" size={28} aria-label={t('groups.moveTo', { name })}>
            <IconArrowsRightLeft size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((group) => (
            <Menu.Item key={group.name} onClick={() => onMove(id, group.name)}>
              {group.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** From group to group, in the order in which they stand, however far apart. */
const toNextGroup: KeyboardCoordinateGetter = (event, { context: { over, droppableRects, active } }) => {
  const step = STEPS[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const places = [...droppableRects.entries()].sort(
    ([, one], [, other]) => one.top - other.top || one.left - other.left,
  );
  const here = places.findIndex(([id]) => id === over?.id);
  const [, to] = places[(here + step + places.length) % places.length] ?? [];
  const own = active?.rect.current.initial;
  if (!to || !own) return undefined;
  return { x: to.left + (to.width - own.width) / 2, y: to.top + (to.height - own.height) / 2 };
};
