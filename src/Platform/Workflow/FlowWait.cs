using System.Linq.Expressions;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;

namespace EcoPark.Platform.Workflow;

/// <summary>A state in which something waits for somebody.</summary>
/// <param name="Title">What is to be done, Chinese: 审核企业说明.</param>
/// <param name="State">The state.</param>
/// <param name="For">Which subjects wait for the actor; <see langword="null"/> for none.</param>
public sealed record FlowWait<T, TState>(string Title, TState State, Func<ParkDb, Actor, Expression<Func<T, bool>>?> For)
    where TState : struct, Enum;

/// <summary>Something that waits for the actor.</summary>
/// <param name="Flow">Title of the flow.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Title">Of the subject.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="EnterpriseId">0 for none.</param>
/// <param name="Due">UTC; <see langword="null"/> without a deadline.</param>
public sealed record FlowTodo(string Flow, string What, int Id, string Title, string Href, int EnterpriseId, DateTime? Due)
{
    public bool IsOverdue(DateTime now) => Due <= now;
}
