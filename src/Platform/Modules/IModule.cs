using System.Reflection;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Modules;

/// <summary>
/// A room that brings everything it needs: the host knows a list of these and nothing else of them. What further kits want to know of a module
/// (alarm types, map layers, tiles, reports, evidence, demo data) it adds to the services by their own words, such as <c>AddAlarmType</c>.
/// </summary>
public interface IModule
{
    /// <summary>English, as the room's folder.</summary>
    string Name { get; }

    /// <summary>Chapters of the left menu that it brings.</summary>
    IReadOnlyList<MenuChapter> Chapters => [];

    /// <summary>What can be granted of it; each is an authorization policy of the same name.</summary>
    IReadOnlyList<Permission> Permissions => [];

    /// <summary>Events that people can be told of, Chinese; they choose by them in their subscriptions.</summary>
    IReadOnlyList<string> Events => [];

    /// <summary>Assembly with its pages; <see langword="null"/> where it has none.</summary>
    Assembly? Pages => null;

    void AddServices(IServiceCollection services, ModuleHost host);

    /// <summary>Everything it answers besides its records and pages.</summary>
    void MapEndpoints(IEndpointRouteBuilder app)
    {
    }

    /// <summary>Fills what lives in memory, once the database is up to date and before anything runs or answers.</summary>
    Task Prepare(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A chapter of the left menu: of the guideline, or of the platform itself.</summary>
/// <param name="Title">Chinese.</param>
/// <param name="Order">Number of its clause where it has one, so 740 for 7.4; the smallest comes first.</param>
public sealed record MenuChapter(string Title, int Order);
