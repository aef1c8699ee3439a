using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Workflow;

/// <summary>
/// Where people take the steps of a <see cref="Flow"/>. Each needs its permission and the subject within the actor's scope, is refused where the state is not
/// right for it, and is written with its line in the time line and its notices in one transaction. Of two people who take the same step the second is told.
/// </summary>
public sealed class FlowDesk(IDbContextFactory<ParkDb> databases, NoticeBoard notices, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>Takes a step.</summary>
    /// <param name="id">Of the subject.</param>
    /// <param name="given">By the names of what the step asks for.</param>
    /// <param name="due">Deadline of the state after it (UTC), where whoever takes the step sets it.</param>
    /// <param name="tellsOnly">Accounts that alone are told; <see langword="null"/> for whom the step names.</param>
    public async Task<Outcome<T>> Take<T, TState>(
        Flow<T, TState> flow, FlowStep<T, TState> step, int id, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken, DateTime? due = null, IReadOnlyList<int>? tellsOnly = null)
        where T : class, IFlowing
        where TState : struct, Enum
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            if (await db.Set<T>().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is not { } subject)
                return new Problem("not-found", $"没有这条{flow.Title}，或不在您的范围内。");
            if (await Put(db, flow, step, subject, given, cancellationToken, due, tellsOnly).ConfigureAwait(false) is { } refusal)
                return refusal;
            try
            {
                await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                continue; // Somebody took a step meanwhile: whether this one still makes sense, its own check says.
            }

            Tell(flow, subject);
            return subject;
        }
    }

    /// <summary>
    /// Takes a step within the caller's transaction: changes the subject and adds line and notices to what <paramref name="db"/> will save.
    /// Call <see cref="Tell"/> after the commit.
    /// </summary>
    /// <returns>Why not; then nothing is changed.</returns>
    public async Task<Problem?> Put<T, TState>(
        ParkDb db, Flow<T, TState> flow, FlowStep<T, TState> step, T subject, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken, DateTime? due = null, IReadOnlyList<int>? tellsOnly = null)
        where T : class, IFlowing
        where TState : struct, Enum
    {
        var turn = new FlowTurn(Actor.Current, clock.UtcNow(), given) { Due = due };
        if (!turn.Actor.May(step.Permission(subject)) || !Flow<T, TState>.IsOf(step, turn.Actor))
            return RecordProblems.Forbidden;
        if (flow.IsOver(subject) is { } over)
            return over;
        if (!step.From.Contains(flow.StateOf(subject)))
            return step.TooLate(subject) ?? new Problem("state", $"现在是“{flow.TitleOfState(subject)}”，不能{step.Title}，请刷新后再看。");
        if (step.Asks.Select(ask => ask.Check(turn[ask.Name])).FirstOrDefault(problem => problem is not null) is { } missing)
            return missing;
        if (step.When(subject, turn) is { } problem)
            return problem;

        var line = await LineOf(db, flow, step, subject, turn, cancellationToken).ConfigureAwait(false);
        subject.Version++;
        step.Write(subject, turn);
        if (step.To is { } to)
            flow.Enter(subject, to, turn.Now, due, flow.NeedsDays(to) ? await WorkingCalendar.Read(db, cancellationToken).ConfigureAwait(false) : null);
        line.Text = step.Says(subject, turn);
        db.Add(line);
        if (step.Event.Length > 0 && !flow.IsSilent(subject, turn.Now))
        {
            var text = step.Tells(subject, turn) is { Length: > 0 } words ? words : line.Text;
            notices.Add(db, [.. (tellsOnly?.Select(one => (int?)one) ?? [step.ToldTo(subject)]).Select(account => flow.NoticeOf(subject, step.Event, text, account))]);
        }

        return null;
    }

    /// <summary>After the commit: notices go out, open pages look again.</summary>
    public void Tell<T, TState>(Flow<T, TState> flow, T subject)
        where T : class, IFlowing
        where TState : struct, Enum
    {
        notices.Wake();
        flow.Changed?.Invoke(subject);
    }

    private static async Task<FlowLine> LineOf<T, TState>(ParkDb db, Flow<T, TState> flow, FlowStep<T, TState> step, T subject, FlowTurn turn, CancellationToken cancellationToken)
        where T : class, IFlowing
        where TState : struct, Enum
    {
        var line = new FlowLine
        {
            Subject = flow.Subject,
            SubjectId = subject.Id,
            Flow = flow.Name,
            Step = step.Name,
            EnterpriseId = subject.EnterpriseId,
            At = turn.Now,
            AccountId = turn.Actor.AccountId,
            Who = turn.Actor.Name,
            Action = step.Title,
            IsInternal = step.IsInternal,
        };
        if (step.To is not { } to)
            return line;
        line.To = to.ToString();
        line.DueAt = flow.DueOf(subject);
        line.IsLate = line.DueAt < turn.Now;
        var since = await db.Set<FlowLine>().Where(one => one.Subject == flow.Subject && one.SubjectId == subject.Id && one.Flow == flow.Name && one.To != "")
            .OrderByDescending(one => one.Id).Select(one => (DateTime?)one.At).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        line.Hours = (turn.Now - since)?.TotalHours;
        return line;
    }
}
