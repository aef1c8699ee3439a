namespace EcoPark.Platform.Audit;

/// <summary>Changes of this entity are in the audit log under this name. Those without are the platform's own bookkeeping.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditedAttribute(string name) : Attribute
{
    /// <summary>Chinese name of the kind of record.</summary>
    public string Name { get; } = name;
}
