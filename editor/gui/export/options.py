"""How the writer wants posts exported, as the settings keep it."""

from dataclasses import dataclass
from typing import Self

from editor.export.page import Look, Paper, Size
from editor.settings import Settings

WIDEST_MARGIN = 60  # millimetres


@dataclass(frozen=True)
class Options:
    """What the bar asks for, of all kinds of export."""

    look: Look = Look.LIGHT
    paper: Paper = Paper()  # noqa: RUF009 - it is frozen
    has_mail_images: bool = True

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Those kept in `settings`; for what makes no sense there, the usual."""
        look = settings.export_look if settings.export_look in set(Look) else Look.LIGHT
        size = settings.export_paper if settings.export_paper in set(Size) else Size.A4
        margin = max(0, min(settings.export_margin, WIDEST_MARGIN))
        paper = Paper(Size(size), margin, settings.export_numbers, settings.export_addresses)
        return cls(Look(look), paper, settings.export_mail_images)

    @property
    def changes(self) -> dict[str, object]:
        """What the settings are to keep."""
        return {
            "export_look": str(self.look),
            "export_paper": str(self.paper.size),
            "export_margin": self.paper.margin,
            "export_numbers": self.paper.has_numbers,
            "export_addresses": self.paper.has_addresses,
            "export_mail_images": self.has_mail_images,
        }
