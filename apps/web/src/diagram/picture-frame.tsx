import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconFocus2, IconMinus, IconPlus } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from './picture.js';
import './words.js';

/** Below that the words in the boxes can't be read any more: the picture then scrolls. */
const LEAST = 0.78;
const MOST = 2;
const STEP = 1.25;

/** Room for a picture that may be larger than the page: scrolls, zooms, and finds back to where somebody stands. */
export function PictureFrame(props: {
  picture: Picture;
  /** The box to come back to. */
  here: string | null;
  hereWords: string;
  aside?: ReactNode;
  children: (scale: number) => ReactNode;
}) {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const room = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const fitting = Math.min(1, Math.max(LEAST, (width - 4) / props.picture.width));
  const scale = zoom ?? fitting;
  const here = props.picture.nodes.find(({ id }) => id === props.here);
  const isMeasured = width > 0;
  const sideways = here ? (here.x + here.width / 2) * scale : 0;
  const first = useRef(sideways);
  first.current = sideways;
  useLayoutEffect(() => {
    if (isMeasured) room.current?.scrollTo({ left: first.current - room.current.clientWidth / 2 });
  }, [isMeasured, props.here]);
  const center = () =>
    room.current
      ?.querySelector(`[data-id="${props.here ?? ''}"]`)
      ?.scrollIntoView({ block: 'center', inline: 'center' });
  return (
    <div ref={ref}>
      <Group justify="space-between" mb={8} gap="xs">
        <Group gap={6}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('diagram.zoomOut')}
            disabled={scale <= 0.4}
            onClick={() => setZoom(Math.max(0.4, scale / STEP))}
          >
            <IconMinus size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('diagram.zoomIn')}
            disabled={scale >= MOST}
            onClick={() => setZoom(Math.min(MOST, scale * STEP))}
          >
            <IconPlus size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" size="sm" onClick={() => setZoom(null)}>
            {t('diagram.fit')}
          </Button>
          {here && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconFocus2 size={16} aria-hidden />}
              onClick={center}
            >
              {props.hereWords}
            </Button>
          )}
        </Group>
        {props.aside}
      </Group>
      <div
        ref={room}
        style={{ overflowX: 'auto', padding: 2 }}
        tabIndex={0}
        role="region"
        aria-label={t('diagram.picture')}
      >
        {isMeasured && props.children(scale)}
      </div>
      <Text size="xs" c="gray.7" mt={4} visibleFrom="sm">
        {t('diagram.keys')}
      </Text>
    </div>
  );
}
