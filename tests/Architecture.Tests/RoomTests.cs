using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace EcoPark.Architecture.Tests;

/// <summary>The arrows of docs/architecture.md: which room may use which.</summary>
public sealed class RoomTests
{
    /// <summary>Room → rooms it may use; the host may use all.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Hj212"] = [],
        ["Standards"] = [],
        ["Analysis"] = [],
        ["Platform"] = [],
        ["Contracts"] = [],
        ["Web"] = ["Analysis", "Platform", "Standards"],
        ["Alarms"] = ["Standards", "Platform", "Contracts", "Web", "Reports"],
        ["Telemetry"] = ["Hj212", "Standards", "Analysis", "Platform", "Contracts", "Alarms"],
        ["Forecasting"] = ["Standards", "Analysis", "Platform", "Contracts", "Alarms", "Telemetry", "Web"],
        ["Reports"] = ["Standards", "Platform", "Web"],
        ["Simulator"] = ["Hj212"],
        ["Modules.Quality"] = ["Hj212", "Standards", "Analysis", "Platform", "Contracts", "Alarms", "Telemetry", "Web", "Forecasting", "Reports"],
        ["Modules.Archives"] = ["Hj212", "Standards", "Platform", "Contracts", "Web"],
        ["Modules.Outlets"] = ["Hj212", "Standards", "Analysis", "Platform", "Contracts", "Alarms", "Telemetry", "Web", "Forecasting", "Reports"],
        ["Modules.Ldar"] = ["Standards", "Analysis", "Platform", "Alarms", "Web", "Reports"],
        ["Modules.Manual"] = ["Standards", "Analysis", "Platform", "Contracts", "Alarms", "Telemetry", "Web", "Reports"],
        ["Modules.Pollutants"] = ["Standards", "Platform", "Contracts", "Web", "Reports"],
        ["Modules.Waste"] = ["Standards", "Analysis", "Platform", "Contracts", "Alarms", "Web", "Reports"],
        ["Modules.OneMap"] = ["Standards", "Analysis", "Platform", "Alarms", "Telemetry", "Web"],
        ["Modules.Monitoring"] = ["Hj212", "Standards", "Platform", "Contracts", "Alarms", "Telemetry", "Web", "Reports"],
    };

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() =>
        new ArchLoader().LoadAssemblies([.. Directory.GetFiles(AppContext.BaseDirectory, "EcoPark.*.dll")
            .Where(file => !Path.GetFileName(file).Contains("Tests", StringComparison.Ordinal))
            .Select(System.Reflection.Assembly.LoadFrom)]).Build());

    public static TheoryData<string> Rooms() => [.. Arrows.Keys];

    [Fact]
    public void Every_room_has_its_arrows_here() =>
        Loaded.Value.Assemblies.Select(Room).OfType<string>().Where(room => room.Split('.')[0] != "Server").Distinct().Order().ShouldBe(Arrows.Keys.Order());

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_what_its_arrows_allow(string room)
    {
        var used = Loaded.Value.Types.Where(type => Room(type.Assembly) == room).SelectMany(type => type.Dependencies)
            .Select(dependency => (From: dependency.Origin.FullName, To: dependency.Target.FullName, Room: Room(dependency.Target.Assembly)))
            .Where(one => one.Room is not null && one.Room != room);
        used.Where(one => !Arrows[room].Contains(one.Room)).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_protocol_library_depends_on_the_framework_and_BouncyCastle_alone()
    {
        var project = XDocument.Load(Path.Combine(Root(), "src", "Hj212", "Hj212.csproj"));
        project.Descendants("ProjectReference").ShouldBeEmpty();
        project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value).ShouldBe(["BouncyCastle.Cryptography"]);
    }

    /// <summary>A loop of its own does not survive what a <c>Job</c> survives, and is seen on no page.</summary>
    [Fact]
    public void Whatever_works_by_itself_is_a_job() =>
        Loaded.Value.Classes.Where(type => type.InheritedClasses.Any(parent => parent.Name == "BackgroundService") && type.Name is not ("Job" or "DemoPark") && !type.InheritedClasses.Any(parent => parent.Name == "Job"))
            .Select(type => type.FullName).ShouldBeEmpty();

    private static string? Room(Assembly? assembly) =>
        assembly?.Name.Split(',')[0] is { } name && name.StartsWith("EcoPark.", StringComparison.Ordinal) ? name["EcoPark.".Length..] : null;

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EcoPark.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
