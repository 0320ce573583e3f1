import { daysSince } from '#shared/calendar/spans.ts';
import { dayOf, monthNumber, timeOf, yearOf } from '#shared/kit/calendar.ts';
import { formatPercent, formatWan } from '#shared/kit/money.ts';
import type { GroupStanding, NamedDecision, ScreenProject } from '#shared/meetings/screen.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { Lamp, LampReason } from '../lamps/Lamp.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import { CurveChart } from './CurveChart.tsx';
import screen from './Screen.module.css';
import { ScreenHead } from './ScreenHead.tsx';
import styles from './ScreenItemPage.module.css';
import { dayText } from './words.ts';

/** Three problems fit above the decision box. */
const PROBLEMS = 3;
/** So many remarks and decisions of today fit below the project, of each the latest. */
const SAID = 2;

/** One item: where the project stands, why it is here, and what was decided on it before and now. */
export function ScreenItemPage({ data, itemId }: { data: ScreenData; itemId: string }) {
  const { kit, meetings } = useMessages();
  const at = data.items.findIndex((one) => one.id === itemId);
  const item = data.items[at];
  if (!item) return null;
  const today = data.decisions.filter((decision) => decision.agendaItemId === item.id);
  const said = data.remarks.filter((remark) => remark.agendaItemId === item.id);
  const [remarks, decided] =
    said.length > 0 && today.length > 0 ? [said.slice(-1), today.slice(-1)] : [said.slice(-SAID), today.slice(-SAID)];
  const page = (
    <b className={screen.page}>
      {at + 1} <small>/ {data.items.length}</small>
    </b>
  );
  const { project } = item;
  return (
    <>
      <ScreenHead
        title={item.title}
        page={page}
        lead={
          project ? (
            <span className={screen.headLamp}>
              <Lamp colour={project.figures.lamp} provisional />
            </span>
          ) : undefined
        }
      >
        <span className={screen.headReason}>
          {project?.lampReason ? (
            <LampReason colour={project.figures.lamp}>{project.lampReason}</LampReason>
          ) : (
            item.reason && <span className={screen.quiet}>{item.reason}</span>
          )}
        </span>
      </ScreenHead>
      {item.note && <p className={styles.note}>{meetings.notes.of(item.note)}</p>}
      {project ? <ProjectParts data={data} project={project} /> : <p className={styles.matter}>{item.reason ?? ''}</p>}
      {remarks.length > 0 && (
        <section className={styles.today}>
          <ul className={styles.lines}>
            {remarks.map((remark) => (
              <li key={remark.id}>
                <b>{remark.text}</b>
                <small>{meetings.screen.remarkOf(remark.leaderName)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {today.length > 0 && (
        <section className={styles.today}>
          <h2>
            {meetings.closing}
            {today.length > decided.length && <small>{meetings.screen.restMore(today.length - decided.length)}</small>}
          </h2>
          <ul className={styles.lines}>
            {decided.map((decision) => (
              <li key={decision.id}>
                <b>{decision.text}</b>
                <small>
                  {[decision.ownerName, kit.list(decision.helperNames), dayText(decision.dueOn, meetings), decision.supervisor]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ProjectParts({ data, project }: { data: ScreenData; project: ScreenProject }) {
  const { meetings } = useMessages();
  return (
    <div className={styles.parts}>
      <ProjectFacts project={project} />
      <section>
        <h2>
          {meetings.screen.curve}
          <small>{[meetings.screen.curveNote, lagText(project, meetings.screen)].filter(Boolean).join(' · ')}</small>
        </h2>
        <CurveChart curve={project.curve} plannedToDate={project.figures.plannedToDate} asOf={data.asOf} />
        {project.groups.some((group) => group.total > 0) && (
          <ul className={styles.groups}>
            {project.groups.map((group) => (
              <Group key={group.group} standing={group} />
            ))}
          </ul>
        )}
      </section>
      <section>
        <Problems data={data} project={project} />
        <LastDecisions decisions={project.lastDecisions} />
      </section>
    </div>
  );
}

type ScreenWords = ReturnType<typeof useMessages>['meetings']['screen'];

function lagText({ figures }: ScreenProject, words: ScreenWords): string | null {
  const { plannedToDate, doneThisYear } = figures;
  if (plannedToDate === null || plannedToDate === 0) return null;
  const percent = formatPercent(Math.abs(plannedToDate - doneThisYear), plannedToDate, 0) ?? '0';
  return doneThisYear < plannedToDate ? words.behind(percent) : words.ahead(percent);
}

function ProjectFacts({ project }: { project: ScreenProject }) {
  const { kit, meetings, vocabulary } = useMessages();
  const { figures } = project;
  const isBegun = figures.actualStart !== null;
  const planned =
    !isBegun && figures.plannedStart
      ? meetings.screen.plannedStart(monthNumber(figures.plannedStart))
      : figures.plannedFinish
        ? meetings.screen.plannedFinish(yearOf(figures.plannedFinish), monthNumber(figures.plannedFinish))
        : null;
  const [photo] = project.photos;
  return (
    <section>
      {photo && (
        <figure className={styles.photo}>
          <img src={`/files/screen/${photo.id}?show=1`} alt={photo.title} />
          <figcaption>{`${dayText(dayOf(photo.addedAt), meetings)} ${timeOf(photo.addedAt)}`}</figcaption>
        </figure>
      )}
      <dl className={styles.facts}>
        <dt>{meetings.screen.unit}</dt>
        <dd>{kit.apart([figures.unitName, figures.leaderName && meetings.screen.leader(figures.leaderName)])}</dd>
        <dt>{meetings.screen.total}</dt>
        <dd>{meetings.screen.wan(formatWan(figures.totalInvestment, 0))}</dd>
        <dt>{meetings.screen.stage}</dt>
        <dd>{kit.apart([vocabulary.stage[figures.stage], planned])}</dd>
      </dl>
      <h2 className={styles.below}>{meetings.screen.progress}</h2>
      <p className={classes(styles.progress, photo && styles.short)}>{figures.progress ?? meetings.notReturned}</p>
      {figures.request && <p className={styles.request}>{meetings.reasons.unitRequest(figures.request)}</p>}
    </section>
  );
}

function Group({ standing }: { standing: GroupStanding }) {
  const { meetings } = useMessages();
  const { screen } = meetings;
  const text =
    standing.total === 0 ? screen.groupNone : standing.isUnderWay ? screen.groupDone(standing.done, standing.total) : screen.groupWaiting;
  return (
    <li className={classes(!standing.isUnderWay && styles.waiting)}>
      {screen.groups[standing.group]}
      <small>{standing.tolerant > 0 ? `${text} ${screen.groupTolerant(standing.tolerant)}` : text}</small>
    </li>
  );
}

function Problems({ data, project }: { data: ScreenData; project: ScreenProject }) {
  const { meetings } = useMessages();
  const { problems } = project;
  return (
    <>
      <h2>
        {meetings.screen.problems}
        <small>{problems.length > 0 ? meetings.screen.problemsNote(problems.length) : meetings.screen.noProblems}</small>
      </h2>
      <ul className={styles.lines}>
        {problems.slice(0, PROBLEMS).map((problem) => (
          <li key={problem.id}>
            <b>{problem.title}</b>
            <small>
              {[
                problem.ownerName,
                meetings.screen.since(daysSince(problem.raisedOn, dayOf(data.now))),
                problem.dueOn && meetings.screen.dueOn(dayText(problem.dueOn, meetings)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function LastDecisions({ decisions }: { decisions: NamedDecision[] }) {
  const { meetings, vocabulary } = useMessages();
  return (
    <>
      <h2 className={styles.below}>
        {meetings.screen.last}
        {decisions.length === 0 && <small>{meetings.screen.noLast}</small>}
      </h2>
      <ul className={styles.lines}>
        {decisions.slice(0, 1).map((decision) => (
          <li key={decision.id}>
            <b>{decision.text}</b>
            <small>{[decision.ownerName, vocabulary.decisionState[decision.state], dayText(decision.dueOn, meetings)].join(' · ')}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
