namespace EcoPark.Web.Records;

/// <summary>What a module adds to the home page of an enterprise beside its records; the component gets <c>Id</c> and <c>Name</c> of the enterprise.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Component">What is shown.</param>
public sealed record EnterpriseTab(string Key, string Title, string Permission, Type Component);
