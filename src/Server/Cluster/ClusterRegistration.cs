using System.Net;
using System.Net.Sockets;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Telemetry.Log;
using Npgsql;
using Orleans.Configuration;

namespace EcoPark.Server.Cluster;

/// <summary>Settings <c>EcoPark:Cluster</c>.</summary>
public sealed class ClusterSettings
{
    public const string Section = "EcoPark:Cluster";

    /// <summary>Name of this node, stable over restarts; by default machine and gateway port.</summary>
    public string? Node { get; set; }

    /// <summary>Port other nodes reach this one at; 0 takes a free one.</summary>
    public int SiloPort { get; set; }

    /// <summary>Address other nodes reach this one at.</summary>
    public string Address { get; set; } = IPAddress.Loopback.ToString();
}

/// <summary>One process is a silo of its own; with PostgreSQL all processes on one database form a cluster.</summary>
internal static class ClusterRegistration
{
    public static void AddCluster(this IHostApplicationBuilder builder, DatabaseOptions database, ClusterSettings settings, NodeOptions node)
    {
        var address = IPAddress.Parse(settings.Address);
        var port = settings.SiloPort == 0 ? FreePort(address) : settings.SiloPort;
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("ecopark", "ecopark"));
            silo.Configure<SiloOptions>(options => options.SiloName = node.Name);
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromHours(2));
            if (database.Provider != DatabaseProvider.Postgres)
            {
                silo.UseLocalhostClustering(port, gatewayPort: 0, primarySiloEndpoint: new IPEndPoint(address, port), serviceId: "ecopark", clusterId: "ecopark");
                return;
            }

            silo.ConfigureEndpoints(address, port, gatewayPort: 0);
            // A device is quiet for ten seconds at most while its twin moves, so a dead node has to be noticed within that time.
            silo.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = TimeSpan.FromSeconds(2);
                options.NumMissedProbesLimit = 3;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
                options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
                options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
            });
            silo.Services.AddSingleton<IMembershipTable>(services => new PostgresMembershipTable(services.GetRequiredService<NpgsqlDataSource>(), node));
        });
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
