using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoMonitor.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SourceTroubles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Dropped",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnnouncedGap",
                table: "EntryPoints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NewestAt",
                table: "EntryPoints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RobotsDelay",
                table: "EntryPoints",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Dropped",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "AnnouncedGap",
                table: "EntryPoints");

            migrationBuilder.DropColumn(
                name: "NewestAt",
                table: "EntryPoints");

            migrationBuilder.DropColumn(
                name: "RobotsDelay",
                table: "EntryPoints");
        }
    }
}
