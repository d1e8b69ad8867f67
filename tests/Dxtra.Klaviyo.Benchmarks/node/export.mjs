// The export of an access request as one would write it with Klaviyo's official SDK: the SDK's defaults, one call after the other,
// everything in one JSON file. Settings come from the environment, for addresses do not belong on a command line:
//   KLAVIYO_BASE     scheme, host and port; the SDK's own property basePath takes it
//   KLAVIYO_API_KEY  a private key
//   EMAILS           whose data, joined by commas
//   PAGE_SIZE        events in a page; empty for the default of the API
//   OUT              the file
// The last line of the output is {"milliseconds": …, "cpuMilliseconds": …, "peakBytes": …}.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import klaviyo from 'klaviyo-api';

const { KLAVIYO_BASE, KLAVIYO_API_KEY, EMAILS, PAGE_SIZE, OUT } = process.env;
const session = new klaviyo.ApiKeySession(KLAVIYO_API_KEY);
const profiles = new klaviyo.ProfilesApi(session);
const events = new klaviyo.EventsApi(session);
profiles.basePath = KLAVIYO_BASE;
events.basePath = KLAVIYO_BASE;

const out = createWriteStream(OUT);

async function write(text) {
  if (!out.write(text)) await once(out, 'drain');
}

async function writeEvents(profileId) {
  const options = { filter: `equals(profile_id,"${profileId}")`, include: ['metric'], sort: 'datetime' };
  if (PAGE_SIZE) options.pageSize = Number(PAGE_SIZE);
  let first = true;
  let next = null;
  do {
    const { body } = await events.getEvents(options);
    const metrics = new Map((body.included ?? []).map((metric) => [metric.id, metric.attributes.name]));
    for (const event of body.data) {
      const metric = metrics.get(event.relationships?.metric?.data?.id) ?? null;
      await write(`${first ? '' : ',\n'}${JSON.stringify({ metric, event })}`);
      first = false;
    }
    next = body.links?.next;
    options.pageCursor = next && new URL(next, KLAVIYO_BASE).searchParams.get('page[cursor]');
  } while (next);
}

async function exportPerson(email) {
  const found = await profiles.getProfiles({ filter: `equals(email,"${email}")`, additionalFieldsProfile: ['subscriptions'] });
  for (const profile of found.body.data) {
    const lists = await profiles.getListsForProfile(profile.id);
    const segments = await profiles.getSegmentsForProfile(profile.id);
    const person = JSON.stringify({ profile, lists: lists.body.data, segments: segments.body.data });
    await write(`${person.slice(0, -1)},"events":[`);
    await writeEvents(profile.id);
    await write(']}\n');
  }
}

const cpu = process.cpuUsage();
const started = performance.now();
for (const email of EMAILS.split(',')) await exportPerson(email);
out.end();
await once(out, 'finish');
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({
  milliseconds: performance.now() - started,
  cpuMilliseconds: (user + system) / 1000,
  peakBytes: process.resourceUsage().maxRSS * 1024,
}));
