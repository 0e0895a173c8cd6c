import { Anchor, type AnchorProps } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes } from 'react';

type Props = AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>;

/** To where this page was opened from. */
export const BackLink = createLink(
  forwardRef<HTMLAnchorElement, Props>(function BackAnchor({ children, ...props }, ref) {
    return (
      <Anchor ref={ref} {...props} size="sm" display="inline-flex" style={{ alignItems: 'center', gap: 4 }}>
        <IconArrowLeft size={16} aria-hidden /> {children}
      </Anchor>
    );
  }),
);
