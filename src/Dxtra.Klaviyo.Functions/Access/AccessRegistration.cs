using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Access;

internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection("Access")).ValidateDataAnnotations()
            .Validate(options => ReportTexts.Languages(typeof(ReportTexts).Assembly).Contains(options.ReportLanguage), "There are no report texts in Access:ReportLanguage.")
            .ValidateOnStart();
        return services
            .AddSingleton<IExportStore, BlobExportStore>()
            .AddSingleton<IExportExpiryStore, TableExportExpiryStore>()
            .AddSingleton<ExportRetention>()
            .AddSingleton<ExportSweepHandler>()
            .AddSingleton<PartStore>()
            .AddSingleton<RunRecords>()
            .AddSingleton<ReadingRoom>()
            .AddSingleton<AccountCatalogue>()
            .AddSingleton<SharedReads>()
            .AddSingleton<AccountSearch>()
            .AddSingleton<ProfileKeeping>()
            .AddSingleton<ProfileParts>()
            .AddSingleton<IBatchStore, TableBatchStore>()
            .AddSingleton<IOwedWork, BatchOwed>()
            .AddSingleton<BatchLines>()
            .AddSingleton<RequestBatchHandler>()
            .AddSingleton<GetBatchHandler>()
            .AddSingleton<ChunkPeople>()
            .AddSingleton<ChunkGroups>()
            .AddSingleton<ChunkReads>()
            .AddSingleton<HistoryReader>()
            .AddSingleton<LaterLooks>()
            .AddSingleton<IPartReader, ProfileReader>()
            .AddSingleton<IPartReader, PredictionsReader>()
            .AddSingleton<IPartReader, CouponsReader>()
            .AddSingleton<ReviewsReader>()
            .AddSingleton<IPartReader>(provider => provider.GetRequiredService<ReviewsReader>())
            .AddSingleton<CustomObjectsReader>()
            .AddSingleton<IPartReader>(provider => provider.GetRequiredService<CustomObjectsReader>())
            .AddSingleton<IPartReader, GroupsReader>()
            .AddSingleton<IExportWriter, JsonExportWriter>()
            .AddSingleton(provider => ReportTexts.Of(provider.GetRequiredService<IOptions<AccessOptions>>().Value.ReportLanguage))
            .AddSingleton<IExportWriter, HtmlExportWriter>()
            .AddSingleton<IExportWriter, PdfExportWriter>()
            .AddSingleton<IExportWriter, CsvExportWriter>()
            .AddSingleton(new RequestOrchestrator(RequestKind.Access, nameof(AccessOrchestrator)))
            .AddSingleton<IRequestLife, AccessLife>()
            .AddSingleton<IRetained, AccessRetained>()
            .AddSingleton<AccessRequestMaker>()
            .AddSingleton<RequestAccessHandler>()
            .AddSingleton<DownloadExportHandler>();
    }
}
