using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Workflow;

/// <summary>
/// The description of a life: its states, the steps between them with who may take them and what they must give, deadlines in working days, who is told,
/// and for whom it waits. Steps are taken at the <see cref="FlowDesk"/>; deadlines are watched by <see cref="FlowWatch"/>; to-dos, time line and
/// statistics come from it. Registered with <see cref="FlowRegistration.AddFlow"/>.
/// </summary>
/// <param name="name">Stable.</param>
/// <param name="title">Chinese.</param>
/// <param name="subject">What it is the life of, in time lines; several flows may share it.</param>
public abstract class Flow(string name, string title, string subject)
{
    public string Name { get; } = name;

    public string Title { get; } = title;

    public string Subject { get; } = subject;

    /// <summary>Titles of the steps by their names, for statistics.</summary>
    public abstract IReadOnlyDictionary<string, string> StepTitles { get; }

    /// <summary>What people who may not see the subject may not see of its steps either.</summary>
    public required string View { get; init; }

    /// <summary>How many wait for the actor.</summary>
    internal abstract Task<int> CountTodos(ParkDb db, Actor actor, CancellationToken cancellationToken);

    /// <summary>What waits for the actor, what is due first in front.</summary>
    internal abstract Task<IReadOnlyList<FlowTodo>> Todos(ParkDb db, Actor actor, int most, CancellationToken cancellationToken);

    /// <summary>What is past its deadline now, the longest in front.</summary>
    internal abstract Task<IReadOnlyList<FlowTodo>> Overdue(ParkDb db, DateTime now, int most, CancellationToken cancellationToken);

    /// <summary>What time alone does: reminders, deadlines that pass, escalation.</summary>
    /// <returns>How many it looked at; the most that it takes at once where there may be more.</returns>
    internal abstract Task<int> Look(ParkDb db, NoticeBoard notices, DateTime now, CancellationToken cancellationToken);
}
