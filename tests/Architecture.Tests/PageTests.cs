using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace EcoPark.Architecture.Tests;

/// <summary>What pages must keep to.</summary>
public sealed class PageTests
{
    /// <summary>
    /// A component within a page that also listens to the query comes and goes while the framework tells all listeners of a new address, which ends the circuit (dotnet/aspnetcore #57746): it reads the address itself.
    /// </summary>
    [Fact]
    public void Only_pages_listen_to_the_query_of_the_address() =>
        Directory.GetFiles(AppContext.BaseDirectory, "EcoPark.*.dll").Where(file => !Path.GetFileName(file).Contains("Tests", StringComparison.Ordinal)).Select(Assembly.LoadFrom).SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute))) && !type.IsDefined(typeof(RouteAttribute)))
            .Select(type => type.FullName).ShouldBeEmpty();
}
