using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Access;

internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection("Access")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IExportStore, BlobExportStore>()
            .AddSingleton<IExportExpiryStore, TableExportExpiryStore>()
            .AddSingleton<ExportRetention>()
            .AddSingleton<ExportSweepHandler>()
            .AddSingleton<PartStore>()
            .AddSingleton<RunRecords>()
            .AddSingleton<ReadingRoom>()
            .AddSingleton<AccountCatalogue>()
            .AddSingleton<ProfileKeeping>()
            .AddSingleton<ProfileParts>()
            .AddSingleton<ChunkGroups>()
            .AddSingleton<ChunkReads>()
            .AddSingleton<HistoryReader>()
            .AddSingleton<LaterLooks>()
            .AddSingleton<IPartReader, ProfileReader>()
            .AddSingleton<IPartReader, PredictionsReader>()
            .AddSingleton<IPartReader, CouponsReader>()
            .AddSingleton<IPartReader, ReviewsReader>()
            .AddSingleton<IPartReader, CustomObjectsReader>()
            .AddSingleton<IPartReader, GroupsReader>()
            .AddSingleton<IExportWriter, JsonExportWriter>()
            .AddSingleton<IExportWriter, CsvExportWriter>()
            .AddSingleton(new RequestOrchestrator(RequestKind.Access, nameof(AccessOrchestrator)))
            .AddSingleton<RequestAccessHandler>()
            .AddSingleton<DownloadExportHandler>();
    }
}
