/** A mail to one person, plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A way to get mails out. */
export interface Mailer {
  /** @throws when the mail could not be handed over. The message names no person. */
  send(mail: Mail): Promise<void>;
}
