using System.Reflection;
using EcoPark.Contracts;
using EcoPark.Modules.Archives.Enterprises;
using EcoPark.Modules.Archives.Map;
using EcoPark.Modules.Archives.Park;
using EcoPark.Modules.Archives.Surroundings;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Archives;

/// <summary>园区信息档案, clause 7.2.</summary>
public sealed class ArchivesModule : IModule
{
    public string Name => "Archives";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Chapter.Title, 720)];

    public Assembly Pages => typeof(ArchivesModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host) => services
        .AddDemo<DemoArchives>(host)
        .AddSingleton(_ => FactorDictionary.Create())
        .AddSingleton<Neighbourhood>()
        .AddArchiveLayers()
        .AddSingleton<IPermitBook, PermitBook>().AddSingleton<IPollutantTraces, PermitTraces>().AddSingleton<IPollutantTraces, ArchiveTraces>()
        .AddRecord(ParkProfileType.Create())
        .AddRecord(ParkFacilityType.Create())
        .AddRecord(PlanningProcedureType.Create())
        .AddRecord(MilestoneType.Create())
        .AddRecord(ControlUnitType.Create())
        .AddRecord(EnterpriseContactType.Create())
        .AddRecord(DischargePermitType.Create())
        .AddRecord(PermitOutletType.Create())
        .AddRecord(PermitLimitType.Create())
        .AddRecord(EnterpriseEiaType.Create())
        .AddRecord(ReceptorType.Create())
        .AddRecord(WaterBodyType.Create())
        .AddRecord(RoadType.Create())
        .AddRecord(EcologicalAreaType.Create());
}
