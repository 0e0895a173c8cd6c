import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { refusedReason } from '../door/refused-reason.js';

/** It stands in the midst of a long page, and is what its reader comes back for. */
const intoView = (place: HTMLElement | null) => place?.scrollIntoView({ block: 'center' });

/** How it went at the provider, for whoever comes back from there; it is not left in the address. */
export function ProofNews() {
  const { t } = useTranslation();
  const [news] = useState(() => {
    const [, refused] = /^#refused=([\w.-]+)$/.exec(location.hash) ?? [];
    const isProved = location.hash === '#proved';
    if (isProved || refused !== undefined) history.replaceState(history.state, '', location.pathname);
    return { isProved, refused };
  });
  if (!news.isProved && news.refused === undefined) return null;
  return (
    <div ref={intoView}>
      {news.refused === undefined ? (
        <Notice tone="calm" role="status" title={t('security.provedNews')} />
      ) : (
        <Notice tone="alarm" role="alert" title={t('security.notProved')}>
          <Text size="sm">{t(refusedReason(news.refused))}</Text>
        </Notice>
      )}
    </div>
  );
}
