namespace EcoPark.Platform.Security;

/// <summary>A value that no log, export or history may show.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
