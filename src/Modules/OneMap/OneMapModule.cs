using System.Reflection;
using EcoPark.Modules.OneMap.Hours;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Security;
using EcoPark.Web.Components;
using EcoPark.Web.Shell;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.OneMap;

/// <summary>园区一张图, clause 7.8.1: everything that has a place, on one map.</summary>
public sealed class OneMapModule : IModule
{
    private const string Chapter = "综合决策";

    public string Name => "OneMap";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Chapter, 780)];

    public IReadOnlyList<Permission> Permissions { get; } = [new(MapLayers.Permission, Chapter, "查看园区一张图；各图层另按其自身的权限", IsForEnterprises: true)];

    public Assembly Pages => typeof(OneMapModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host) =>
        services.AddMapEvidence().AddSingleton<HourTables>().AddSingleton(new MenuEntry(Chapter, "园区一张图", "/map", Icons.Material.Outlined.Map, MapLayers.Permission, 1, "7.8.1"));
}
