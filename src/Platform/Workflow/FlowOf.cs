using System.Linq.Expressions;
using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Workflow;

/// <inheritdoc/>
/// <typeparam name="T">Entity whose life it is.</typeparam>
/// <typeparam name="TState">Its states.</typeparam>
public sealed class Flow<T, TState> : Flow
    where T : class, IFlowing
    where TState : struct, Enum
{
    private const int MostAtOnce = 200;

    private readonly Slot<T, TState> _state;
    private readonly Slot<T, DateTime?> _due;
    private readonly Slot<T, DateTime?> _look;

    /// <param name="name">Stable.</param>
    /// <param name="title">Chinese.</param>
    /// <param name="subject">In time lines.</param>
    /// <param name="state">Where the entity keeps its state.</param>
    /// <param name="due">Where it keeps the deadline of the state.</param>
    /// <param name="look">Where it keeps when the deadline is to be looked at next.</param>
    public Flow(string name, string title, string subject, Expression<Func<T, TState>> state, Expression<Func<T, DateTime?>> due, Expression<Func<T, DateTime?>> look)
        : base(name, title, subject) => (_state, _due, _look) = (new(state), new(due), new(look));

    /// <summary>Chinese names of the states.</summary>
    public required IReadOnlyDictionary<TState, string> States { get; init; }

    public required IReadOnlyList<FlowStep<T, TState>> Steps { get; init; }

    public IReadOnlyList<FlowDeadline<T, TState>> Deadlines { get; init; } = [];

    public IReadOnlyList<FlowWait<T, TState>> Waits { get; init; } = [];

    /// <summary>Title of a subject, as the database can say it.</summary>
    public required Expression<Func<T, string>> TitleOf { get; init; }

    public required Func<int, string> HrefOf { get; init; }

    /// <summary>A notice of the subject: event, text, and the only person it is for.</summary>
    public required Func<T, string, string, int?, Notice> NoticeOf { get; init; }

    /// <summary>Why nobody may take a step now, whatever the state; <see langword="null"/> where they may.</summary>
    public Func<T, Problem?> IsOver { get; init; } = _ => null;

    /// <summary>Nobody is told of it now.</summary>
    public Func<T, DateTime, bool> IsSilent { get; init; } = (_, _) => false;

    /// <summary>Something was changed: pages that show it look again.</summary>
    public Action<T>? Changed { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> StepTitles => Steps.ToDictionary(step => step.Name, step => step.Title);

    public TState StateOf(T subject) => _state[subject];

    public DateTime? DueOf(T subject) => _due[subject];

    public string TitleOfState(T subject) => States[_state[subject]];

    /// <summary>Steps that the actor could take now, whatever has to be given.</summary>
    public IEnumerable<FlowStep<T, TState>> Open(T subject, Actor actor) =>
        IsOver(subject) is not null ? [] : Steps.Where(step => step.From.Contains(_state[subject]) && IsOf(step, actor) && actor.May(step.Permission(subject)));

    /// <summary>Brings the subject into a state, with its deadline.</summary>
    /// <param name="due">Where the description does not set it.</param>
    /// <param name="days">For deadlines in working days.</param>
    public void Enter(T subject, TState state, DateTime now, DateTime? due = null, WorkingDays? days = null)
    {
        var deadline = DeadlineOf(state);
        if (due is null && deadline?.WorkingDays is { } count)
            due = (days ?? throw new ArgumentNullException(nameof(days))).After(now, count);
        _state[subject] = state;
        _due[subject] = deadline is null ? null : due;
        _look[subject] = deadline is null || due is not { } at ? null : Next(deadline, at, now);
    }

    internal bool NeedsDays(TState? state) => state is { } to && DeadlineOf(to)?.WorkingDays is not null;

    internal static bool IsOf(FlowStep<T, TState> step, Actor actor) => step.Side switch
    {
        FlowSide.Park => actor.EnterpriseId is null,
        FlowSide.Enterprise => actor.EnterpriseId is not null,
        _ => true,
    };

    internal override async Task<int> CountTodos(ParkDb db, Actor actor, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var (_, found) in Waiting(db, actor))
            count += await found.CountAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    internal override async Task<IReadOnlyList<FlowTodo>> Todos(ParkDb db, Actor actor, int most, CancellationToken cancellationToken)
    {
        var todos = new List<FlowTodo>();
        foreach (var (wait, found) in Waiting(db, actor))
            todos.AddRange(await Rows(found, wait.Title, most, cancellationToken).ConfigureAwait(false));
        return [.. todos.OrderBy(todo => todo.Due ?? DateTime.MaxValue).ThenBy(todo => todo.Id).Take(most)];
    }

    internal override async Task<IReadOnlyList<FlowTodo>> Overdue(ParkDb db, DateTime now, int most, CancellationToken cancellationToken)
    {
        var one = Expression.Parameter(typeof(T));
        var late = new List<FlowTodo>();
        foreach (var deadline in Deadlines)
        {
            var isLate = Expression.LessThanOrEqual(_due.Of(one), QueryValue.Of(now, typeof(DateTime?)));
            var found = InState(db, deadline.State).Where(Expression.Lambda<Func<T, bool>>(isLate, one));
            late.AddRange(await Rows(found, States[deadline.State], most, cancellationToken).ConfigureAwait(false));
        }

        return [.. late.OrderBy(todo => todo.Due).Take(most)];
    }

    internal override async Task<int> Look(ParkDb db, NoticeBoard notices, DateTime now, CancellationToken cancellationToken)
    {
        var one = Expression.Parameter(typeof(T));
        var isDue = Expression.Lambda<Func<T, bool>>(Expression.LessThanOrEqual(_look.Of(one), QueryValue.Of(now, typeof(DateTime?))), one);
        var found = await db.Set<T>().Where(isDue).OrderBy(subject => subject.Id).Take(MostAtOnce).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var subject in found)
            Pass(db, notices, subject, now);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var subject in found)
            Changed?.Invoke(subject);
        return found.Count;
    }

    private void Pass(ParkDb db, NoticeBoard notices, T subject, DateTime now)
    {
        subject.Version++;
        var (from, deadline) = (_look[subject]!.Value, DeadlineOf(_state[subject]));
        _look[subject] = deadline is null || _due[subject] is not { } due ? null : Next(deadline, due, now);
        if (deadline is null || _due[subject] is not { } at)
            return;
        foreach (var (when, passing) in deadline.Passings(at).Where(one => one.At >= from && one.At <= now))
        {
            if (when < at && at <= now)
                continue; // A reminder of what is over already.
            var text = passing.Text(subject, now);
            db.Add(new FlowLine { Subject = Subject, SubjectId = subject.Id, Flow = Name, EnterpriseId = subject.EnterpriseId, At = now, Who = Actor.System.Name, Action = passing.Action, Text = text });
            if (!IsSilent(subject, now))
                notices.Add(db, [NoticeOf(subject, passing.Event, text, null)]);
        }
    }

    private FlowDeadline<T, TState>? DeadlineOf(TState state) => Deadlines.FirstOrDefault(one => EqualityComparer<TState>.Default.Equals(one.State, state));

    private static DateTime? Next(FlowDeadline<T, TState> deadline, DateTime due, DateTime now) =>
        deadline.Passings(due).Where(one => one.At > now).Select(one => (DateTime?)one.At).Min();

    private IEnumerable<(FlowWait<T, TState> Wait, IQueryable<T> Found)> Waiting(ParkDb db, Actor actor)
    {
        foreach (var wait in Waits)
        {
            if (wait.For(db, actor) is { } mine)
                yield return (wait, InState(db, wait.State).Where(mine));
        }
    }

    private IQueryable<T> InState(ParkDb db, TState state)
    {
        var one = Expression.Parameter(typeof(T));
        return db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(_state.Of(one), Expression.Constant(state)), one));
    }

    /// <summary>What is due first in front, what has no deadline last.</summary>
    private async Task<IReadOnlyList<FlowTodo>> Rows(IQueryable<T> found, string what, int most, CancellationToken cancellationToken)
    {
        var one = TitleOf.Parameters[0];
        var due = _due.Of(one);
        var row = Expression.New(
            typeof(Row).GetConstructors().Single(), [Expression.Property(one, nameof(IFlowing.Id)), TitleOf.Body, Expression.Property(one, nameof(IFlowing.EnterpriseId)), due]);
        var hasNone = Expression.Lambda<Func<T, bool>>(Expression.Equal(due, Expression.Constant(null, typeof(DateTime?))), one);
        var rows = await found.OrderBy(hasNone).ThenBy(Expression.Lambda<Func<T, DateTime?>>(due, one)).ThenBy(subject => subject.Id).Take(most)
            .Select(Expression.Lambda<Func<T, Row>>(row, one)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(each => new FlowTodo(Title, what, each.Id, each.Title, HrefOf(each.Id), each.EnterpriseId, each.Due))];
    }

    private sealed record Row(int Id, string Title, int EnterpriseId, DateTime? Due);
}
