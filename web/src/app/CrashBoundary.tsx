import { Component, type ReactNode } from 'react';
import { reportError } from '../telemetry/signals.ts';
import { translate } from '../texts/i18n.ts';

interface CrashBoundaryProps {
  /** The address shown: going to another one clears the error. */
  path: string;
  children: ReactNode;
}

/**
 * Catches a page that fails to load or to draw, so that the header stays usable. Loading the page
 * anew helps most: the usual cause is a chunk of an older release that is no longer there.
 */
export class CrashBoundary extends Component<CrashBoundaryProps, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown) {
    reportError(error, 'react');
  }

  override componentDidUpdate(before: CrashBoundaryProps) {
    if (this.state.crashed && before.path !== this.props.path) this.setState({ crashed: false });
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <div className="notice notice-error" role="alert">
        <h1 className="notice-title">{translate('crash.title')}</h1>
        <p>{translate('crash.text')}</p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {translate('crash.reload')}
        </button>
      </div>
    );
  }
}
