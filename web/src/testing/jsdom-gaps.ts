/** jsdom has no modal dialogs (jsdom/jsdom#3294): here they open and close, and no more. */
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

/** Nothing is laid out, so nothing scrolls. */
window.scrollTo = () => undefined;
