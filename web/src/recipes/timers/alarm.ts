/** A ring, ms: how often it comes, and for how long if nobody stops it. */
const every = 3_000;
const atMost = 60_000;

let audio: AudioContext | undefined;

/**
 * Gets everything ready that needs the press of a button: browsers let no page make a sound, or ask whether it
 * may show notifications, by itself.
 */
export function prepareAlarm(): void {
  if ('AudioContext' in window) audio ??= new AudioContext();
  void audio?.resume();
  if ('Notification' in window && Notification.permission === 'default') {
    void Notification.requestPermission();
  }
}

/** Rings and shakes until it is stopped, but for no longer than a minute. @returns what stops it. */
export function ring(): () => void {
  const once = () => {
    beep();
    navigator.vibrate?.([300, 150, 300]);
  };
  once();
  const interval = setInterval(once, every);
  const end = setTimeout(() => clearInterval(interval), atMost);
  return () => {
    clearInterval(interval);
    clearTimeout(end);
    navigator.vibrate?.(0);
  };
}

/**
 * Tells of it outside the page, when nobody is looking at the page and notifications are allowed.
 * @param tag one that takes the place of another with the same tag makes no sound.
 */
export async function notify(tag: string, title: string, body: string): Promise<void> {
  if (!document.hidden || !('Notification' in window)) return;
  if (Notification.permission !== 'granted') return;
  const options = { body, icon: '/icons/192.png', tag };
  // Phones show notifications of service workers only.
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker) await worker.showNotification(title, options);
  else new Notification(title, options);
}

/** Three short tones. */
function beep(): void {
  if (audio?.state !== 'running') return;
  for (const delay of [0, 0.25, 0.5]) {
    const at = audio.currentTime + delay;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 880;
    // Rising and falling softly: a tone that is cut off clicks.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.5, at + 0.02);
    volume.gain.linearRampToValueAtTime(0, at + 0.18);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.2);
  }
}
