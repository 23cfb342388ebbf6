import type { Mail } from './mail.ts';

const minute = 60;
const hour = 60 * minute;

/** Mail with the link to set a new password. */
export class PasswordResetMail {
  readonly #base: string;
  readonly #ttl: number;

  /**
   * @param publicUrl PUBLIC_URL.
   * @param ttl PASSWORD_RESET_TTL, seconds.
   */
  constructor(publicUrl: string, ttl: number) {
    this.#base = publicUrl.replace(/\/$/, '');
    this.#ttl = ttl;
  }

  /** @param to address of the account. */
  write(to: string, token: string): Mail {
    // Browsers keep what stands after # to themselves, so no log and no Referer gets the token.
    const link = `${this.#base}/reset-password#token=${token}`;
    return {
      to,
      subject: 'Set a new password for Recipe Book',
      text: [
        'Hello,',
        'somebody, probably you, wants to set a new password for your Recipe Book account.\nOpen this link to do so:',
        link,
        `It works once, for ${inWords(this.#ttl)}.`,
        'If it was not you, ignore this mail: your password stays as it is.\n',
      ].join('\n\n'),
    };
  }
}

function inWords(seconds: number): string {
  const [count, unit] =
    seconds % hour === 0 ? [seconds / hour, 'hour'] : [Math.ceil(seconds / minute), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
