namespace EcoPark.Platform.Workflow;

/// <summary>Something that has a life: an entity with a state that people change step by step, as its <see cref="Flow"/> says.</summary>
public interface IFlowing
{
    int Id { get; }

    /// <summary>0 for what concerns no enterprise.</summary>
    int EnterpriseId { get; }

    /// <summary>Concurrency token: two people may not take the same step.</summary>
    int Version { get; set; }
}
