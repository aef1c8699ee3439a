using System.Reflection;
using EcoPark.Support;
using Xunit.Sdk;
using Xunit.v3;

namespace EcoPark.Telemetry.Tests;

/// <summary>Runs a test against each store.</summary>
internal sealed class CombinatorialDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Database>(Database.Sqlite), new TheoryDataRow<Database>(Database.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
