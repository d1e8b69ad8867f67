using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Access;

internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<IExportStore, BlobExportStore>()
        .AddSingleton<IPartReader, ProfilePartReader>()
        .AddSingleton<IPartReader, PredictiveAnalyticsPartReader>()
        .AddSingleton<IPartReader, ListsPartReader>()
        .AddSingleton<IPartReader, SegmentsPartReader>()
        .AddSingleton<IPartReader, EventsPartReader>()
        .AddSingleton<RequestAccessHandler>()
        .AddSingleton<DownloadExportHandler>();
}
