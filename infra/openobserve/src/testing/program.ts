/**
 * The stand-in as a program: what a test puts on the PATH as `openobserve`, or starts by itself. It takes its
 * port and its first user as OpenObserve does.
 */
import { StandIn } from './stand-in.ts';

const { ZO_HTTP_PORT, ZO_ROOT_USER_EMAIL = '', ZO_ROOT_USER_PASSWORD = '' } = process.env;
const login = { username: ZO_ROOT_USER_EMAIL, password: ZO_ROOT_USER_PASSWORD };
const standIn = new StandIn('0.16.3', login);
console.log(await standIn.start(Number(ZO_HTTP_PORT)));
process.once('SIGTERM', () => void standIn.stop());
