namespace EcoPark.Web.Records;

/// <summary>Something besides records that a module has for a person to do; shown above the list of 我的待办 while there is any.</summary>
/// <param name="Title">Chinese.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Permission">Asked for those who have it.</param>
/// <param name="Count">How many wait for the actor.</param>
public sealed record TodoLink(string Title, string Href, string Permission, Func<IServiceProvider, CancellationToken, Task<long>> Count);
