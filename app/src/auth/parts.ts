import type { Settings } from '@recipe-book/settings';
import type { Background } from '../background.ts';
import type { Events } from '../events.ts';
import type { Mailer } from '../mail/mail.ts';
import type { SessionService } from '../sessions/service.ts';
import type { PasswordResets } from '../users/password-resets.ts';
import type { UserService } from '../users/service.ts';
import type { Tokens } from './tokens.ts';

/** What the endpoints of accounts are made of. */
export interface AuthParts {
  readonly users: UserService;
  readonly passwordResets: PasswordResets;
  readonly sessions: SessionService;
  readonly tokens: Tokens;
  readonly events: Events;
  readonly mailer: Mailer;
  readonly background: Background;
  readonly settings: Settings;
}
