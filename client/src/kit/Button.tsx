import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';

type Look = 'default' | 'primary' | 'danger' | 'text';

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style'> & {
  /** `primary` is ink, one a page; `danger` is a red frame, never a red ground. */
  look?: Look;
  size?: 'normal' | 'small' | 'large';
  icon?: IconName;
  /** Waiting for the server: keeps its place and its focus, takes no second press. */
  busy?: boolean;
};

export function Button({
  look = 'default',
  size = 'normal',
  icon,
  busy = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(styles.button, styles[look], styles[size])}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
    </button>
  );
}

/** A file to download; it looks like the buttons beside it. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={classes(styles.button, styles.default, styles.normal)} href={href} download>
      <Icon name="download" />
      {children}
    </a>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style' | 'children' | 'aria-label'> & {
  icon: IconName;
  /** What it does, for a screen reader and as the tip. */
  label: string;
  size?: 'normal' | 'small' | 'large';
};

export function IconButton({ icon, label, size = 'normal', type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      className={classes(styles.button, styles.text, styles.square, styles[size])}
      aria-label={label}
    >
      <Icon name={icon} />
    </button>
  );
}
