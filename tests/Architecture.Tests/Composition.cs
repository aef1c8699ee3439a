using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Architecture.Tests;

/// <summary>The product's modules put together without a database, to ask what they have brought.</summary>
internal sealed class Composition : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Composition()
    {
        var services = new ServiceCollection();
        var database = new DatabaseOptions { DataFolder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) };
        services.AddSingleton(database).AddSingleton(TimeProvider.System).AddLogging().AddSingleton<IDbContextFactory<ParkDb>, NoDatabase>();
        new ModuleHost(new ConfigurationBuilder().Build(), database, ParkModules.All, IsDemo: false).AddTo(services);
        _services = services.BuildServiceProvider();
    }

    public IReadOnlyList<RecordType> Records => _services.GetRequiredService<RecordTypes>().All;

    /// <summary>What fields may refer to.</summary>
    public IReadOnlyList<string> Targets => [.. Records.Select(type => type.Name), .. _services.GetServices<IReferenceTarget>().Select(target => target.Name)];

    public IReadOnlyList<string> Dictionaries => [.. _services.GetServices<ParkDictionary>().Select(one => one.Name)];

    public IReadOnlyList<string> Permissions => [.. _services.GetServices<Platform.Security.Permission>().Select(one => one.Name)];

    public IReadOnlyList<MenuChapter> Chapters => [.. _services.GetServices<MenuChapter>()];

    public IReadOnlyList<Web.Shell.MenuEntry> Menu => [.. _services.GetServices<Web.Shell.MenuEntry>()];

    public IReadOnlyList<Web.Home.HomeTile> Tiles => [.. _services.GetServices<Web.Home.HomeTile>()];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class NoDatabase : IDbContextFactory<ParkDb>
    {
        public ParkDb CreateDbContext() => throw new NotSupportedException("Composition asks no database.");
    }
}
