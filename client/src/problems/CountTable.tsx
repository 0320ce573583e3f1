import { Link } from 'wouter';
import { ages, type ProblemCount, type problemCounts } from '#shared/problems/counts.ts';
import { type ProblemCategory, ProblemRung } from '#shared/problems/schema.ts';
import { useMessages } from '../app/language.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { problemsAt } from './address.ts';

/** The open problems by type, on which rung they stand and how old they are; each number opens the problems behind it. */
export function CountTable({ counts }: { counts: ReturnType<typeof problemCounts> }) {
  const { problems, vocabulary } = useMessages();
  return (
    <Table label={problems.countTitle}>
      <thead>
        <tr>
          <th scope="col">{problems.category}</th>
          {ProblemRung.options.map((rung) => (
            <NumberHead key={rung}>{vocabulary.problemRung[rung]}</NumberHead>
          ))}
          {ages.map((age) => (
            <NumberHead key={age}>{problems.ages[age]}</NumberHead>
          ))}
          <NumberHead>{problems.late}</NumberHead>
          <NumberHead>{problems.sum}</NumberHead>
        </tr>
      </thead>
      <tbody>
        {counts.types.map(({ category, count }) => (
          <CountRow key={category} name={vocabulary.problemCategory[category]} category={category} count={count} />
        ))}
        <CountRow name={problems.sum} category={null} count={counts.all} />
      </tbody>
    </Table>
  );
}

function CountRow({ name, category, count }: { name: string; category: ProblemCategory | null; count: ProblemCount }) {
  const { problems, vocabulary } = useMessages();
  const linked = (number: number, what: string, filter: Parameters<typeof problemsAt>[0]) =>
    number > 0 && (
      <Link href={problemsAt({ category, ...filter })} aria-label={problems.behind(name, what, number)}>
        {number}
      </Link>
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      {ProblemRung.options.map((rung) => (
        <NumberCell key={rung}>{linked(count.rungs[rung], vocabulary.problemRung[rung], { rung })}</NumberCell>
      ))}
      {ages.map((age) => (
        <NumberCell key={age}>{linked(count.ages[age], problems.ages[age], { age })}</NumberCell>
      ))}
      <NumberCell>{linked(count.overdue, problems.late, { isLate: true })}</NumberCell>
      <NumberCell>{linked(count.total, problems.sum, {})}</NumberCell>
    </tr>
  );
}
