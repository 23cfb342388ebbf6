/** The two ways in which a browser says that its user does not want to be followed. */
interface Wishes {
  /** Do Not Track: `1` where it is on. */
  readonly doNotTrack?: string | null;
  /** Global Privacy Control. */
  readonly globalPrivacyControl?: boolean;
}

/** Whether telemetry may be loaded at all. */
export function mayTrack({ doNotTrack, globalPrivacyControl }: Wishes): boolean {
  return doNotTrack !== '1' && doNotTrack !== 'yes' && globalPrivacyControl !== true;
}
