using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Workflow;

/// <summary>How a step with a deadline was taken within a period.</summary>
/// <param name="Flow">Title.</param>
/// <param name="Step">Title.</param>
/// <param name="Taken">Times that it was taken.</param>
/// <param name="Timed">Of these with a deadline.</param>
/// <param name="Late">Of these after it.</param>
/// <param name="Hours">Mean hours that the state before had lasted; <see langword="null"/> where that is not known of any.</param>
public sealed record FlowCount(string Flow, string Step, int Taken, int Timed, int Late, double? Hours)
{
    /// <summary>按时率, 0…1; <see langword="null"/> without a deadline.</summary>
    public double? InTime => Timed > 0 ? (double)(Timed - Late) / Timed : null;
}

/// <summary>Who was late how often within a period.</summary>
public sealed record FlowLateness(string Who, int EnterpriseId, int Timed, int Late);

/// <summary>To-dos, time lines and statistics of all flows, within the actor's rights and scope.</summary>
public sealed class FlowReader(IDbContextFactory<ParkDb> databases, IEnumerable<Flow> flows, TimeProvider clock)
{
    private const int MostSkipped = 1_000;
    private const int MostLate = 200;

    /// <summary>How many things wait for the actor.</summary>
    public async Task<int> CountTodos(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var count = 0;
        foreach (var flow in flows)
            count += await flow.CountTodos(db, Actor.Current, cancellationToken).ConfigureAwait(false);
        return count;
    }

    /// <summary>What waits for the actor, of all flows, what is due first in front.</summary>
    public async Task<Page<FlowTodo>> Todos(int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (todos, total) = (new List<FlowTodo>(), 0);
        skip = Math.Min(skip, MostSkipped);
        foreach (var flow in flows)
        {
            todos.AddRange(await flow.Todos(db, Actor.Current, skip + take, cancellationToken).ConfigureAwait(false));
            total += await flow.CountTodos(db, Actor.Current, cancellationToken).ConfigureAwait(false);
        }

        return new Page<FlowTodo>([.. todos.OrderBy(todo => todo.Due ?? DateTime.MaxValue).ThenBy(todo => todo.Flow, StringComparer.Ordinal).ThenBy(todo => todo.Id).Skip(skip).Take(take)], total);
    }

    /// <summary>The time line, oldest first; whether the actor may see the subject, its own reader has asked.</summary>
    public async Task<IReadOnlyList<FlowLine>> Lines(string subject, int id, CancellationToken cancellationToken)
    {
        var isPark = Actor.Current.EnterpriseId is null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<FlowLine>().AsNoTracking().Where(line => line.Subject == subject && line.SubjectId == id && (isPark || !line.IsInternal)).OrderBy(line => line.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is past its deadline now, of the flows that the actor may see.</summary>
    public async Task<IReadOnlyList<FlowTodo>> Overdue(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var late = new List<FlowTodo>();
        foreach (var flow in Visible())
            late.AddRange(await flow.Overdue(db, clock.UtcNow(), MostLate, cancellationToken).ConfigureAwait(false));
        return [.. late.OrderBy(todo => todo.Due).Take(MostLate)];
    }

    /// <summary>Steps taken within a period, UTC.</summary>
    public async Task<IReadOnlyList<FlowCount>> Count(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var seen = Visible().ToDictionary(flow => flow.Name);
        var names = seen.Keys.ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var counts = await db.Set<FlowLine>().Where(line => line.At >= from && line.At < to && line.Step != "" && line.To != "" && names.Contains(line.Flow)).GroupBy(line => new { line.Flow, line.Step })
            .Select(group => new { group.Key.Flow, group.Key.Step, Taken = group.Count(), Timed = group.Count(line => line.DueAt != null), Late = group.Count(line => line.IsLate), Hours = group.Average(line => line.Hours) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. counts.OrderBy(one => names.IndexOf(one.Flow)).ThenBy(one => one.Step, StringComparer.Ordinal)
            .Select(one => new FlowCount(seen[one.Flow].Title, seen[one.Flow].StepTitles.GetValueOrDefault(one.Step, one.Step), one.Taken, one.Timed, one.Late, one.Hours))];
    }

    /// <summary>Who was late within a period, the most often in front.</summary>
    public async Task<IReadOnlyList<FlowLateness>> Late(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var names = Visible().Select(flow => flow.Name).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<FlowLine>().Where(line => line.At >= from && line.At < to && line.DueAt != null && names.Contains(line.Flow)).GroupBy(line => new { line.Who, line.EnterpriseId })
            .Select(group => new { group.Key, Timed = group.Count(), Late = group.Count(line => line.IsLate) }).Where(one => one.Late > 0)
            .OrderByDescending(one => one.Late).Take(MostLate).Select(one => new FlowLateness(one.Key.Who, one.Key.EnterpriseId, one.Timed, one.Late)).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The park's working days.</summary>
    public async Task<WorkingDays> WorkingDays(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await WorkingCalendar.Read(db, cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<Flow> Visible() => flows.Where(flow => Actor.Current.May(flow.View));
}
